package io.sigmaprompt.twin.simulation;

import io.sigmaprompt.physics.model.RobotModel;
import java.util.List;

/**
 * In what a virtual robot is not as its twin believes, so that the twin's findings can be held against the truth. The
 * robot's controller shares the twin's belief: it was tuned for the nominal robot.
 *
 * @param body the robot as it is: the same joints, with its own masses, inertias, damping and friction
 * @param telemetryDelayNanos age of the state that telemetry tells of as of now
 * @param commandDelayNanos age of the references that its servos follow
 * @param positionResolution step of its encoders, rad or m; 0 for none
 * @param faults what begins later, or passes
 */
public record HiddenTruth(
        RobotModel body,
        long telemetryDelayNanos,
        long commandDelayNanos,
        double positionResolution,
        List<HiddenFault> faults) {
    public HiddenTruth {
        faults = List.copyOf(faults);
    }

    /** A robot that is just what its twin believes. */
    public static HiddenTruth none(RobotModel model) {
        return new HiddenTruth(model, 0, 0, 0, List.of());
    }

    /** The nominal robot with such faults. */
    public static HiddenTruth faults(RobotModel model, List<HiddenFault> faults) {
        return new HiddenTruth(model, 0, 0, 0, faults);
    }
}
