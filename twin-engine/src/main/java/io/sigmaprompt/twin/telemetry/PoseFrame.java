package io.sigmaprompt.twin.telemetry;

/**
 * Where something sees a body, as in {@code geometry_msgs/PoseWithCovarianceStamped}: a fix by a motion capture, a
 * satellite receiver or a localisation. The arrays are never written after construction.
 *
 * @param parent frame of the pose, as {@code map}
 * @param child the body's frame, empty where the source does not name it
 * @param position 3, m, of the child in the parent
 * @param orientation 4, x y z w, child to parent, or empty
 * @param covariance 36, row-major over x y z and the rotations about them, or empty
 */
public record PoseFrame(
        String robot,
        long sourceNanos,
        long receiveNanos,
        String parent,
        String child,
        double[] position,
        double[] orientation,
        double[] covariance)
        implements TelemetryMessage {
    @Override
    public String source() {
        return child;
    }
}
