package io.sigmaprompt.bridge.cdr;

import java.nio.ByteOrder;

/**
 * A {@code tf2_msgs/msg/TFMessage} of ROS 2 that holds one transform. The arrays are not copied and not written after
 * construction.
 *
 * @param stampNanos when it held, nanoseconds
 * @param parent header.frame_id
 * @param child child_frame_id
 * @param translation 3, m, of the child in the parent
 * @param rotation 4, x y z w, child to parent
 */
public record TransformMessage(long stampNanos, String parent, String child, double[] translation, double[] rotation) {
    /** The type's name as ROS 2 writes it. */
    public static final String TYPE = "tf2_msgs/msg/TFMessage";

    /** The message as CDR, little-endian, as ROS 2 writes it. */
    public byte[] encode() {
        return new CdrWriter(ByteOrder.LITTLE_ENDIAN)
                .int32(1)
                .header(stampNanos, parent)
                .string(child)
                .fixedFloat64s(translation)
                .fixedFloat64s(rotation)
                .toByteArray();
    }
}
