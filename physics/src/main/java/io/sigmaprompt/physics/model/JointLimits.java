package io.sigmaprompt.physics.model;

/**
 * What a joint may do; an absent bound is infinite.
 *
 * @param lower least position, radians or metres
 * @param upper greatest position
 * @param velocity greatest speed, rad/s or m/s, positive
 * @param effort greatest effort, N m or N, positive
 */
public record JointLimits(double lower, double upper, double velocity, double effort) {
    public static final JointLimits NONE = new JointLimits(
            Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
}
