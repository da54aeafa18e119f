package io.sigmaprompt.bridge.cdr;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/**
 * A {@code diagnostic_msgs/msg/DiagnosticArray} of ROS 2.
 *
 * @param stampNanos header.stamp, nanoseconds
 * @param statuses what is told of
 */
public record DiagnosticMessage(long stampNanos, List<Status> statuses) {
    /** The type's name as ROS 2 writes it. */
    public static final String TYPE = "diagnostic_msgs/msg/DiagnosticArray";

    /** How well it is; the numbers are the message's own. */
    public enum Level {
        OK,
        WARN,
        ERROR,
        STALE
    }

    /**
     * One {@code diagnostic_msgs/msg/DiagnosticStatus}.
     *
     * @param name what it is about, as {@code ur10: telemetry}
     * @param message one sentence for people
     * @param hardwareId the robot
     * @param values figures, in the map's own order
     */
    public record Status(Level level, String name, String message, String hardwareId, Map<String, String> values) {}

    public DiagnosticMessage {
        statuses = List.copyOf(statuses);
    }

    /** The message as CDR, little-endian, as ROS 2 writes it. */
    public byte[] encode() {
        CdrWriter out = new CdrWriter(ByteOrder.LITTLE_ENDIAN).header(stampNanos, "");
        out.int32(statuses.size());
        for (Status status : statuses) {
            out.uint8(status.level().ordinal());
            out.string(status.name()).string(status.message()).string(status.hardwareId());
            out.int32(status.values().size());
            status.values().forEach((key, value) -> out.string(key).string(value));
        }
        return out.toByteArray();
    }
}
