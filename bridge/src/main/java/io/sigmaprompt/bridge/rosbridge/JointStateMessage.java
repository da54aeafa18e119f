package io.sigmaprompt.bridge.rosbridge;

import io.sigmaprompt.twin.telemetry.JointStateFrame;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code sensor_msgs/JointState} as JSON. */
public final class JointStateMessage {
    private JointStateMessage() {}

    /**
     * Reads a joint state.
     *
     * @throws RejectedMessageException if a field is missing, of the wrong length or not a finite number
     */
    public static JointStateFrame decode(@Nullable JsonNode message, String robot, long receiveNanos)
            throws RejectedMessageException {
        MessageFields fields = MessageFields.of(message);
        long stamp = fields.part("header").nanos("stamp");
        var names = fields.names("name");
        int n = names.size();
        return new JointStateFrame(
                robot,
                stamp,
                receiveNanos,
                names,
                fields.numbers("position", n),
                fields.numbersOrNone("velocity", n),
                fields.numbersOrNone("effort", n));
    }

    /**
     * Writes a joint state.
     *
     * @param sequence number of the message, which only ROS 1 has
     */
    public static ObjectNode encode(JointStateFrame frame, RosVersion version, long sequence) {
        ObjectNode message = RosJson.object();
        message.set("header", RosTime.header(frame.sourceNanos(), version, sequence));
        message.set("name", RosJson.strings(frame.names()));
        message.set("position", RosJson.numbers(frame.position()));
        message.set("velocity", RosJson.numbers(frame.velocity()));
        message.set("effort", RosJson.numbers(frame.effort()));
        return message;
    }
}
