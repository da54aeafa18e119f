package io.sigmaprompt.twin.telemetry;

/**
 * Where a body believes to be and how it moves, as in {@code nav_msgs/Odometry}: smooth, but free to drift. The arrays
 * are never written after construction; an empty one is what the source does not tell.
 *
 * @param parent frame of the pose, as {@code odom}
 * @param child the body's frame, as {@code base_link}
 * @param position 3, m, of the child in the parent
 * @param orientation 4, x y z w, child to parent
 * @param linearVelocity 3, m/s, in the child's axes (REP 105), or empty
 * @param angularVelocity 3, rad/s, in the child's axes, or empty
 * @param poseCovariance 36, row-major over x y z and the rotations about them, or empty
 * @param twistCovariance 36, row-major, as the pose's, or empty
 */
public record OdometryFrame(
        String robot,
        long sourceNanos,
        long receiveNanos,
        String parent,
        String child,
        double[] position,
        double[] orientation,
        double[] linearVelocity,
        double[] angularVelocity,
        double[] poseCovariance,
        double[] twistCovariance)
        implements TelemetryMessage {
    @Override
    public String source() {
        return child;
    }
}
