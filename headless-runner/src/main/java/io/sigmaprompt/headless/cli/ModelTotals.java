package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.report.SessionText;
import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.ModelHash;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a robot's dynamics make of it as a whole.
 *
 * @param bodies that move; links that fixed joints hold together are one
 * @param movingMass of those, kg
 * @param followers joints that mimic another
 * @param reach no link's origin is ever farther from the root's, metres; infinite where a joint slides without limit
 * @param kernel what computes its dynamics, or null where nothing can
 * @param refusal why nothing can, else empty
 * @param hash of its mechanics
 */
record ModelTotals(
        int bodies,
        double movingMass,
        long followers,
        double reach,
        @Nullable String kernel,
        String refusal,
        String hash) {
    private static final int PARAMETERS = 10;

    static ModelTotals of(RobotModel model) {
        long followers =
                model.joints().stream().filter(joint -> joint.mimic() != null).count();
        String hash = ModelHash.of(model);
        try {
            RobotDynamics dynamics = CompiledDynamics.of(model);
            double[] parameters = new double[dynamics.parameterCount()];
            dynamics.parameters(parameters);
            double mass = 0;
            for (int i = 0; i < parameters.length; i += PARAMETERS) {
                mass += parameters[i];
            }
            return new ModelTotals(
                    parameters.length / PARAMETERS, mass, followers, reach(model), dynamics.kernel(), "", hash);
        } catch (BadInputException e) {
            return new ModelTotals(0, 0, followers, reach(model), null, String.valueOf(e.getMessage()), hash);
        }
    }

    /** The longest way along the joints, stretched: a bound that bent arms do not attain. */
    private static double reach(RobotModel model) {
        double[] way = new double[model.links().size()];
        double most = 0;
        for (int j = 0; j < model.joints().size(); j++) {
            Joint joint = model.joints().get(j);
            double x = joint.origin().x();
            double y = joint.origin().y();
            double z = joint.origin().z();
            way[j + 1] = way[model.parentLink(j)] + Math.sqrt(x * x + y * y + z * z) + travel(joint);
            most = Math.max(most, way[j + 1]);
        }
        return most;
    }

    private static double travel(Joint joint) {
        return switch (joint.type()) {
            case PRISMATIC ->
                Math.max(
                        Math.abs(joint.limits().lower()),
                        Math.abs(joint.limits().upper()));
            case PLANAR, FLOATING -> Double.POSITIVE_INFINITY;
            case FIXED, REVOLUTE, CONTINUOUS, SPHERICAL -> 0;
        };
    }

    /** For people. */
    List<String> lines() {
        if (kernel == null) {
            return List.of("no dynamics: " + refusal, "model " + hash);
        }
        String bound = Double.isInfinite(reach) ? "" : ", reach at most " + SessionText.number(reach) + " m";
        String tied = followers == 0 ? "" : ", mimic joints: " + followers;
        return List.of(
                bodies + (bodies == 1 ? " moving body of " : " moving bodies of ") + SessionText.number(movingMass)
                        + " kg" + bound + tied,
                kernel + " kernel, model " + hash);
    }

    /** For programs. */
    Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("movingBodies", bodies);
        object.put("movingMass", movingMass);
        object.put("mimicJoints", followers);
        object.put("reachAtMost", JsonNumber.of(reach));
        object.put("kernel", kernel);
        object.put("modelHash", hash);
        return object;
    }
}
