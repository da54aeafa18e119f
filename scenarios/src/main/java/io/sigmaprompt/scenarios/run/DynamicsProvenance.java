package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.model.ModelHash;
import io.sigmaprompt.twin.session.SessionConfiguration;
import io.sigmaprompt.twin.session.TwinConfiguration;
import io.sigmaprompt.twin.session.TwinKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the bits of a robot's dynamics rest on.
 *
 * @param robot the session's name for it
 * @param kernel what computed: {@code compiled} or {@code generic}
 * @param modelHash identity of its mechanics, 64 hexadecimal digits
 */
public record DynamicsProvenance(String robot, String kernel, String modelHash) {
    private static final String KERNEL = "kernel";
    private static final String MODEL_HASH = "modelHash";
    private static final int SHORT = 12;

    /** Of each robot of a session, in its order. */
    public static List<DynamicsProvenance> of(SessionConfiguration session, TwinKernel kernel) {
        List<DynamicsProvenance> all = new ArrayList<>();
        for (TwinConfiguration twin : session.twins()) {
            all.add(new DynamicsProvenance(
                    twin.robot(),
                    kernel.dynamicsKernel(twin.robot()),
                    ModelHash.of(twin.body().model())));
        }
        return all;
    }

    /** What {@link #put} wrote into a session's robot; nothing where an older workbench recorded it. */
    public static Optional<DynamicsProvenance> read(JsonNode robot) {
        return robot.has(KERNEL) && robot.has(MODEL_HASH)
                ? Optional.of(new DynamicsProvenance(
                        robot.path("name").asString(""),
                        robot.path(KERNEL).asString(""),
                        robot.path(MODEL_HASH).asString("")))
                : Optional.empty();
    }

    void put(ObjectNode robot) {
        robot.put(KERNEL, kernel);
        robot.put(MODEL_HASH, modelHash);
    }

    /** In what a replay differs from this, in sentences that say what to do. */
    public List<String> differences(DynamicsProvenance replayed) {
        List<String> all = new ArrayList<>();
        if (!modelHash.equals(replayed.modelHash)) {
            all.add("the model of '" + robot + "' is another (hash " + beginning(modelHash) + " recorded, "
                    + beginning(replayed.modelHash)
                    + " here): look for files that it includes, or read it with the workbench that recorded it");
        }
        if (!kernel.equals(replayed.kernel)) {
            all.add("the dynamics of '" + robot + "' came from the " + kernel + " kernel, and come from the "
                    + replayed.kernel + " one here, which rounds differently: -D" + CompiledDynamics.SWITCH
                    + "=generic chooses the generic one, and without it the compiled one runs");
        }
        return all;
    }

    private static String beginning(String hash) {
        return hash.substring(0, Math.min(SHORT, hash.length())) + "…";
    }
}
