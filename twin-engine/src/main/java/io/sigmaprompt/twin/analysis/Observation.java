package io.sigmaprompt.twin.analysis;

import io.sigmaprompt.physics.model.DrivenJoints;

/**
 * What the detectors look at. The arrays are live and read only, one entry a driven joint.
 *
 * @param tracking whether telemetry has told of every joint
 * @param ageNanos time since the last frame
 * @param sourceNanos the robot's clock at the last frame
 * @param position radians or metres
 * @param velocity rad/s or m/s
 * @param effort N m or N; NaN where not measured
 * @param sigma effort residual in robust standard deviations; NaN where not known
 * @param residual N m or N; NaN where not known
 * @param nis normalised innovation squared of each joint's divergence, at the cycle before; NaN where nothing is predicted
 */
public record Observation(
        long simNanos,
        DrivenJoints joints,
        boolean tracking,
        long ageNanos,
        long sourceNanos,
        double[] position,
        double[] velocity,
        double[] effort,
        double[] residual,
        double[] sigma,
        double[] nis) {}
