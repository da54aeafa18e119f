package io.sigmaprompt.bridge.rosbridge;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The operations of rosbridge v2 that we send (ROSBRIDGE_PROTOCOL.md of rosbridge_suite, section 3). */
public final class Operations {
    private Operations() {}

    static ObjectNode subscribe(String topic, String type, int throttleMillis, int queueLength) {
        ObjectNode operation = operation("subscribe", "subscribe:" + topic, topic);
        operation.put("type", type);
        operation.put("throttle_rate", throttleMillis);
        operation.put("queue_length", queueLength);
        operation.put("compression", "none");
        return operation;
    }

    static ObjectNode unsubscribe(String topic) {
        return operation("unsubscribe", "subscribe:" + topic, topic);
    }

    static ObjectNode advertise(String topic, String type) {
        ObjectNode operation = operation("advertise", "advertise:" + topic, topic);
        operation.put("type", type);
        return operation;
    }

    static ObjectNode unadvertise(String topic) {
        return operation("unadvertise", "advertise:" + topic, topic);
    }

    /** A message on a topic, in either direction. */
    public static ObjectNode publish(String topic, ObjectNode message) {
        ObjectNode operation = RosJson.object();
        operation.put("op", "publish");
        operation.put("topic", topic);
        operation.set("msg", message);
        return operation;
    }

    static ObjectNode callService(String service, String id, ObjectNode arguments) {
        ObjectNode operation = RosJson.object();
        operation.put("op", "call_service");
        operation.put("id", id);
        operation.put("service", service);
        operation.set("args", arguments);
        return operation;
    }

    /** The answer to a call; {@code id} is the call's, where it had one. */
    public static ObjectNode serviceResponse(String service, @Nullable JsonNode id, JsonNode values, boolean result) {
        ObjectNode operation = RosJson.object();
        operation.put("op", "service_response");
        operation.put("service", service);
        if (id != null) {
            operation.set("id", id);
        }
        operation.set("values", values);
        operation.put("result", result);
        return operation;
    }

    /** Something the other side should know about the operation with that id. */
    public static ObjectNode status(String level, String message, @Nullable JsonNode id) {
        ObjectNode operation = RosJson.object();
        operation.put("op", "status");
        operation.put("level", level);
        operation.put("msg", message);
        if (id != null) {
            operation.set("id", id);
        }
        return operation;
    }

    private static ObjectNode operation(String name, String id, String topic) {
        ObjectNode operation = RosJson.object();
        operation.put("op", name);
        operation.put("id", id);
        operation.put("topic", topic);
        return operation;
    }
}
