package io.sigmaprompt.bridge.cdr;

import java.nio.ByteOrder;

/**
 * A {@code geometry_msgs/msg/WrenchStamped} of ROS 2. The arrays are not copied and not written after construction.
 *
 * @param stampNanos header.stamp, nanoseconds
 * @param frameId header.frame_id, in whose axes and about whose origin it is told
 * @param force 3, N
 * @param torque 3, N m
 */
public record WrenchMessage(long stampNanos, String frameId, double[] force, double[] torque) {
    /** The type's name as ROS 2 writes it. */
    public static final String TYPE = "geometry_msgs/msg/WrenchStamped";

    /** The message as CDR, little-endian, as ROS 2 writes it. */
    public byte[] encode() {
        return new CdrWriter(ByteOrder.LITTLE_ENDIAN)
                .header(stampNanos, frameId)
                .fixedFloat64s(force)
                .fixedFloat64s(torque)
                .toByteArray();
    }
}
