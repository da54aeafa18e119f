package io.sigmaprompt.physics.actuator.transmission;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.Mechanism;

/** The configuration at which springs rest and servos are tuned: the one the file draws, or else the neutral one. */
public final class ReferenceConfiguration {
    private ReferenceConfiguration() {}

    public static double[] of(RobotModel model, Mechanism mechanism) {
        if (mechanism.reference() == null) {
            return model.neutral();
        }
        double[] drawn =
                mechanism.reference().stream().mapToDouble(Double::doubleValue).toArray();
        int base = model.nq() - drawn.length;
        if (base == 0) {
            return drawn;
        }
        if (base != 7 || !model.floatingBase()) {
            throw new BadInputException(
                    "robot '" + model.name() + "', reference configuration",
                    "it has " + drawn.length + " numbers, and the robot's configuration " + model.nq(),
                    "Use the mechanism that was read with this robot.");
        }
        // A base that was freed after reading stands before all else.
        double[] q = model.neutral();
        System.arraycopy(drawn, 0, q, base, drawn.length);
        return q;
    }
}
