package io.sigmaprompt.twin.calibration;

import io.sigmaprompt.twin.calibration.regression.Unknown;
import java.util.List;
import java.util.Map;

/**
 * What a log tells of one joint. Root mean squares are of effort minus model, N m or N, on the part of the log from which
 * nothing was learnt.
 *
 * @param before of the robot's file
 * @param frictionOnly of its bodies with new friction
 * @param after of the calibrated robot
 * @param written of what a robot's file can say: without bias, Stribeck friction and the like
 * @param rawBefore of the robot's file, against unfiltered efforts
 * @param rawAfter of the calibrated robot, against unfiltered efforts
 * @param folds ratio after to before of each part, learnt from the other parts
 * @param moved whether it moved enough to be told anything
 * @param gain newton metres an ampere, 1 where the log has efforts
 * @param stribeckSpeed rad/s or m/s; NaN where it was not asked
 * @param numbers friction and the like
 */
public record JointCalibration(
        String joint,
        double before,
        double frictionOnly,
        double after,
        double written,
        double rawBefore,
        double rawAfter,
        List<Double> folds,
        boolean moved,
        double gain,
        double stribeckSpeed,
        Map<Unknown, Parameter> numbers) {
    public JointCalibration {
        folds = List.copyOf(folds);
    }

    /** What is left of the residual, 1 for nothing gained. */
    public double ratio() {
        return after / before;
    }
}
