package io.sigmaprompt.twin.calibration.excitation;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;

/**
 * What a motion keeps within, one entry a driven joint: limits of the robot's file, with a margin, and where it has none
 * what a careful operator would choose.
 *
 * @param centre where the room to move is centred, radians or metres
 * @param reach how far from there a joint may go
 * @param velocity rad/s or m/s
 * @param acceleration rad/s² or m/s²
 * @param effort N m or N; infinite where the file has none
 */
public record ExcitationLimits(
        double[] centre, double[] reach, double[] velocity, double[] acceleration, double[] effort) {
    private static final double MARGIN = 0.9;
    private static final double FARTHEST_TURN = 2;
    private static final double FASTEST = 2;
    /** Seconds from rest to the greatest speed. */
    private static final double REACTION = 0.4;

    /**
     * Limits of a robot.
     *
     * @param share of its speed and effort that the motion may use, above 0 and at most 1
     */
    public static ExcitationLimits of(DrivenJoints joints, double share) {
        int n = joints.count();
        double[] centre = new double[n];
        double[] reach = new double[n];
        double[] velocity = new double[n];
        double[] acceleration = new double[n];
        double[] effort = new double[n];
        for (int j = 0; j < n; j++) {
            JointLimits limits = joints.joint(j).limits();
            boolean bounded = joints.joint(j).type() != JointType.CONTINUOUS
                    && Double.isFinite(limits.lower())
                    && Double.isFinite(limits.upper());
            centre[j] = bounded ? 0.5 * (limits.lower() + limits.upper()) : 0;
            reach[j] = MARGIN * (bounded ? 0.5 * (limits.upper() - limits.lower()) : FARTHEST_TURN);
            reach[j] = Math.min(reach[j], FARTHEST_TURN);
            velocity[j] = share * Math.min(limits.velocity(), FASTEST);
            acceleration[j] = velocity[j] / REACTION;
            effort[j] = share * limits.effort();
        }
        return new ExcitationLimits(centre, reach, velocity, acceleration, effort);
    }
}
