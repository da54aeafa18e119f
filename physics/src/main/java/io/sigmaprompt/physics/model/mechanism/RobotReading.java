package io.sigmaprompt.physics.model.mechanism;

import io.sigmaprompt.physics.model.RobotModel;
import java.util.List;

/**
 * What reading a description gave.
 *
 * @param model with its root welded to the world; {@link RobotModel#withFloatingBase} frees it
 * @param mechanism what the description says beyond links and joints
 * @param warnings in the order of the file
 */
public record RobotReading(RobotModel model, Mechanism mechanism, List<ModelWarning> warnings) {
    public RobotReading {
        warnings = List.copyOf(warnings);
    }

    /** What reading a description that has nothing but links and joints gave. */
    public RobotReading(RobotModel model, List<ModelWarning> warnings) {
        this(model, Mechanism.NONE, warnings);
    }

    /** Where the file draws all: the mechanism's reference configuration, or else the neutral one; nq numbers. */
    public double[] home() {
        List<Double> reference = mechanism.reference();
        return reference == null
                ? model.neutral()
                : reference.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
