package io.sigmaprompt.headless.bench.world;

import io.sigmaprompt.headless.bench.MujocoProcess;
import io.sigmaprompt.headless.bench.PeerException;
import io.sigmaprompt.physics.constraint.StepResidual;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A scene in MuJoCo, in a Node process of its own. */
final class MujocoWorld implements SteppedWorld {
    private final MujocoProcess process;
    private final Start start;

    private MujocoWorld(MujocoProcess process, Start start) {
        this.process = process;
        this.start = start;
    }

    /**
     * Starts a process with a scene.
     *
     * @param keyframe where it starts; null for the first one, where there is one, empty for the model's reference
     * @param amplitude of random controls; 0 for the scene's own
     * @throws PeerException if MuJoCo cannot be had, or cannot read the scene
     */
    static MujocoWorld load(Path scene, @Nullable String keyframe, double amplitude) throws PeerException {
        MujocoProcess process = MujocoProcess.start("world-peer.mjs");
        try {
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("file", scene.toAbsolutePath().toString());
            request.put("keyframe", keyframe);
            request.put("seed", SEED);
            request.put("amplitude", amplitude);
            JsonNode answer = process.ask(request);
            return new MujocoWorld(
                    process,
                    new Start(
                            "MuJoCo " + answer.get("version").asString(),
                            answer.get("timestep").asDouble(),
                            answer.get("nv").asInt(),
                            answer.get("nu").asInt(),
                            answer.get("bodies").asInt(),
                            answer.get("height").asDouble(Double.NaN)));
        } catch (PeerException e) {
            process.close();
            throw e;
        }
    }

    @Override
    public Start start() {
        return start;
    }

    @Override
    public Sight run(int steps) throws PeerException {
        JsonNode answer = process.ask(Map.of("steps", steps));
        return new Sight(
                answer.get("contacts").asInt(),
                answer.get("iterations").asInt(),
                answer.get("height").asDouble(Double.NaN));
    }

    @Override
    public void mark() throws PeerException {
        process.ask(Map.of("mark", true));
    }

    @Override
    public void rewind() throws PeerException {
        process.ask(Map.of("rewind", true));
    }

    @Override
    public double time(int steps, int repeats) throws PeerException {
        double nanos = process.ask(Map.of("steps", steps, "repeats", repeats))
                .get("nanoseconds")
                .asDouble();
        return nanos / steps / repeats;
    }

    @Override
    public StepResidual residual() throws PeerException {
        return contactsOfNextStep().residual();
    }

    /** Takes a step. */
    StepContacts contactsOfNextStep() throws PeerException {
        JsonNode answer = process.ask(Map.of("residual", true));
        return new StepContacts(
                numbers(answer.get("impulse")),
                numbers(answer.get("velocity")),
                numbers(answer.get("freeVelocity")),
                numbers(answer.get("gap")),
                numbers(answer.get("friction")),
                answer.get("step").asDouble());
    }

    @Override
    public double bytesPerStep(int steps) {
        return Double.NaN;
    }

    /** What JSON has no number for, it has as null. */
    private static double[] numbers(JsonNode array) {
        double[] out = new double[array.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = array.get(i).asDouble(Double.NaN);
        }
        return out;
    }

    @Override
    public void close() {
        process.close();
    }
}
