package io.sigmaprompt.twin.simulation;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.world.SimulationSettings;

/**
 * What a virtual robot is.
 *
 * @param name the robot's name
 * @param model its body
 * @param initialPosition start configuration, nq entries
 * @param settings servos and integrator
 * @param telemetryNanos period of its joint states, 8 ms as a UR has by default
 * @param noiseSeed seed of its sensors' noise
 * @param positionNoise standard deviation of measured position, rad
 * @param velocityNoise standard deviation of measured velocity, rad/s
 * @param effortNoise standard deviation of measured effort, as a share of each joint's effort limit
 * @param truth in what it is not as this says, though its controller and its twin take it for that
 */
public record VirtualRobot(
        String name,
        RobotModel model,
        double[] initialPosition,
        SimulationSettings settings,
        long telemetryNanos,
        long noiseSeed,
        double positionNoise,
        double velocityNoise,
        double effortNoise,
        HiddenTruth truth) {
    /** A robot that is what its model says. */
    public VirtualRobot(
            String name,
            RobotModel model,
            double[] initialPosition,
            SimulationSettings settings,
            long telemetryNanos,
            long noiseSeed,
            double positionNoise,
            double velocityNoise,
            double effortNoise) {
        this(
                name,
                model,
                initialPosition,
                settings,
                telemetryNanos,
                noiseSeed,
                positionNoise,
                velocityNoise,
                effortNoise,
                HiddenTruth.none(model));
    }
}
