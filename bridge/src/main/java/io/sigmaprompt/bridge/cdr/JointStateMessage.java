package io.sigmaprompt.bridge.cdr;

import io.sigmaprompt.physics.model.BadInputException;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A {@code sensor_msgs/msg/JointState} of ROS 2. The arrays are not copied and not written after construction.
 *
 * @param stampNanos header.stamp, nanoseconds; 0 where the sender left it out
 * @param frameId header.frame_id, usually empty
 * @param names joints, in the order of the arrays
 * @param position radians or metres; may be empty
 * @param velocity rad/s or m/s; may be empty
 * @param effort N m or N; may be empty
 */
public record JointStateMessage(
        long stampNanos, String frameId, List<String> names, double[] position, double[] velocity, double[] effort) {
    /** The type's name as ROS 2 writes it. */
    public static final String TYPE = "sensor_msgs/msg/JointState";

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    // Some middlewares fill a serialized message up to a word; more than that is another type.
    private static final int MAX_PADDING = 7;

    /**
     * Decodes a message.
     *
     * @param cdr the serialized message with its encapsulation header
     * @param place where it comes from, for messages
     * @throws BadInputException if the bytes are not a whole JointState
     */
    public static JointStateMessage decode(byte[] cdr, String place) {
        var reader = new CdrReader(cdr, place);
        long stamp = stamp(reader);
        var message = new JointStateMessage(
                stamp,
                reader.readString("header.frame_id"),
                reader.readStrings("name"),
                reader.readFloat64s("position"),
                reader.readFloat64s("velocity"),
                reader.readFloat64s("effort"));
        if (reader.remaining() > MAX_PADDING) {
            throw reader.damaged("effort", reader.remaining() + " bytes follow the last field of a JointState");
        }
        return message;
    }

    /** Reads only the stamp of a message that begins with a {@code std_msgs/msg/Header}; nanoseconds. */
    public static long decodeStamp(byte[] cdr, String place) {
        return stamp(new CdrReader(cdr, place));
    }

    private static long stamp(CdrReader reader) {
        long seconds = reader.readInt32("header.stamp.sec");
        long nanos = reader.readUint32("header.stamp.nanosec");
        if (nanos >= NANOS_PER_SECOND) {
            throw reader.damaged("header.stamp.nanosec", "must be below 1000000000 and is " + nanos);
        }
        return seconds * NANOS_PER_SECOND + nanos;
    }

    /** The message as CDR, little-endian, as ROS 2 writes it. */
    public byte[] encode() {
        return encode(ByteOrder.LITTLE_ENDIAN);
    }

    /** The message as CDR in the given byte order. */
    public byte[] encode(ByteOrder order) {
        return new CdrWriter(order)
                .header(stampNanos, frameId)
                .strings(names)
                .float64s(position)
                .float64s(velocity)
                .float64s(effort)
                .toByteArray();
    }
}
