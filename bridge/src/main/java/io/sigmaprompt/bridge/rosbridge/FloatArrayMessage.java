package io.sigmaprompt.bridge.rosbridge;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code std_msgs/Float64MultiArray} as a forward command controller takes it: one number a joint, in its order. */
public final class FloatArrayMessage {
    private FloatArrayMessage() {}

    /**
     * Reads the numbers; the layout is left alone, as controllers do.
     *
     * @throws RejectedMessageException if there are not {@code count} finite ones
     */
    public static double[] decode(@Nullable JsonNode message, int count) throws RejectedMessageException {
        return MessageFields.of(message).numbers("data", count);
    }

    public static ObjectNode encode(double[] data) {
        ObjectNode layout = RosJson.object();
        layout.set("dim", JsonNodeFactory.instance.arrayNode());
        layout.put("data_offset", 0);
        ObjectNode message = RosJson.object();
        message.set("layout", layout);
        message.set("data", RosJson.numbers(data));
        return message;
    }
}
