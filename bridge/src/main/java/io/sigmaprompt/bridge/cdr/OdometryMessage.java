package io.sigmaprompt.bridge.cdr;

import java.nio.ByteOrder;

/**
 * A {@code nav_msgs/msg/Odometry} of ROS 2. The arrays are not copied and not written after construction.
 *
 * @param stampNanos header.stamp, nanoseconds
 * @param frameId header.frame_id, the frame of the pose
 * @param childFrameId the body's frame, whose axes the twist has
 * @param position 3, m, of the body in the pose's frame
 * @param orientation 4, x y z w, body to the pose's frame
 * @param poseCovariance 36, row-major, of position (m) and rotation (rad), both in the axes of the pose's frame; zeros
 *     where not known
 * @param linearVelocity 3, m/s, body axes
 * @param angularVelocity 3, rad/s, body axes
 * @param twistCovariance 36, row-major, of linear (m/s) and angular velocity (rad/s); zeros where not known
 */
public record OdometryMessage(
        long stampNanos,
        String frameId,
        String childFrameId,
        double[] position,
        double[] orientation,
        double[] poseCovariance,
        double[] linearVelocity,
        double[] angularVelocity,
        double[] twistCovariance) {
    /** The type's name as ROS 2 writes it. */
    public static final String TYPE = "nav_msgs/msg/Odometry";

    /** The message as CDR, little-endian, as ROS 2 writes it. */
    public byte[] encode() {
        return new CdrWriter(ByteOrder.LITTLE_ENDIAN)
                .header(stampNanos, frameId)
                .string(childFrameId)
                .fixedFloat64s(position)
                .fixedFloat64s(orientation)
                .fixedFloat64s(poseCovariance)
                .fixedFloat64s(linearVelocity)
                .fixedFloat64s(angularVelocity)
                .fixedFloat64s(twistCovariance)
                .toByteArray();
    }
}
