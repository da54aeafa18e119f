package io.sigmaprompt.bridge.virtualrobot;

import io.sigmaprompt.bridge.rosbridge.Operations;
import io.sigmaprompt.bridge.rosbridge.RosJson;
import io.sigmaprompt.bridge.rosbridge.RosVersion;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** One message on its way to many clients, written once for each ROS that any of them speaks. Used by one thread. */
final class Publication {
    private final RobotTopic topic;
    private final Function<RosVersion, ObjectNode> message;
    private final Map<RosVersion, String> texts = new EnumMap<>(RosVersion.class);

    Publication(RobotTopic topic, Function<RosVersion, ObjectNode> message) {
        this.topic = topic;
        this.message = message;
    }

    RobotTopic topic() {
        return topic;
    }

    /** The operation that publishes it under the name the client subscribed it by. */
    String text(String name, RosVersion version) {
        if (!name.equals(topic.topic())) {
            return RosJson.write(Operations.publish(name, message.apply(version)));
        }
        return texts.computeIfAbsent(version, v -> RosJson.write(Operations.publish(name, message.apply(v))));
    }
}
