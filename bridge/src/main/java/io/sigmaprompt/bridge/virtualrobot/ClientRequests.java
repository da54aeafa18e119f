package io.sigmaprompt.bridge.virtualrobot;

import io.sigmaprompt.bridge.rosbridge.Fragments;
import io.sigmaprompt.bridge.rosbridge.Operations;
import io.sigmaprompt.bridge.rosbridge.RejectedMessageException;
import io.sigmaprompt.bridge.rosbridge.RosJson;
import io.sigmaprompt.bridge.rosbridge.RosVersion;
import io.sigmaprompt.physics.model.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Does what one client asks for, and tells it what is wrong with it. Used by one thread at a time. */
final class ClientRequests {
    private static final Logger LOG = LoggerFactory.getLogger(ClientRequests.class);
    private static final long SILENCE_NANOS = 1_000_000_000L;
    private static final List<String> LEVELS = List.of("info", "warning", "error", "none");

    private final ClientConnection client;
    private final RobotServices services;
    private final RobotCommands commands;
    private final Fragments fragments = new Fragments();
    private volatile String level = "warning";
    private long warnedAt = System.nanoTime() - SILENCE_NANOS;

    ClientRequests(ClientConnection client, RobotServices services, RobotCommands commands) {
        this.client = client;
        this.services = services;
        this.commands = commands;
    }

    /** Takes one text from the client. */
    void text(String text) {
        text(text, false);
    }

    private void text(String text, boolean assembled) {
        JsonNode id = null;
        try {
            ObjectNode operation = RosJson.read(text);
            id = operation.get("id");
            operation(operation, id, assembled);
        } catch (RejectedMessageException e) {
            complain(e.text(), id);
        }
    }

    void complain(String problem, @Nullable JsonNode id) {
        LOG.warn("{}: {}", client.peer(), problem);
        if (!level.equals("none")) {
            client.send(Operations.status("error", problem, id));
        }
    }

    /** Warns, at most once a second: commands come by the hundred. */
    private void warn(String problem, @Nullable JsonNode id) {
        long now = System.nanoTime();
        if (now - warnedAt < SILENCE_NANOS) {
            return;
        }
        warnedAt = now;
        LOG.warn("{}: {}", client.peer(), problem);
        if (level.equals("warning") || level.equals("info")) {
            client.send(Operations.status("warning", problem, id));
        }
    }

    private void operation(ObjectNode operation, @Nullable JsonNode id, boolean assembled)
            throws RejectedMessageException {
        String name = RosJson.text(operation, "op");
        switch (name) {
            case "subscribe" -> subscribe(operation);
            case "unsubscribe" -> client.unsubscribe(topic(operation));
            case "advertise" -> listener(operation);
            case "unadvertise" -> topic(operation);
            case "publish" -> publish(operation, id);
            case "call_service" -> call(operation, id);
            case "set_level" -> setLevel(operation);
            case "status" -> LOG.info("{} says: {}", client.peer(), RosJson.text(operation, "msg"));
            case "fragment" -> {
                if (assembled) {
                    throw new RejectedMessageException("op", "a fragment within fragments");
                }
                fragments.add(operation).ifPresent(whole -> text(whole, true));
            }
            default ->
                throw new RejectedMessageException(
                        "op",
                        name.isEmpty()
                                ? "expected an operation's name, found none"
                                : "unknown operation '" + name + "'"
                                        + Suggestion.phrase(name, List.of("subscribe", "publish", "call_service")));
        }
    }

    private void setLevel(ObjectNode operation) throws RejectedMessageException {
        String wanted = RosJson.text(operation, "level");
        if (!LEVELS.contains(wanted)) {
            throw new RejectedMessageException("level", "expected one of " + LEVELS + ", found '" + wanted + "'");
        }
        level = wanted;
    }

    private void subscribe(ObjectNode operation) throws RejectedMessageException {
        RobotTopic topic = topic(operation);
        if (!topic.published()) {
            throw new RejectedMessageException("topic", topic.topic() + " is not published by the robot");
        }
        RosVersion version = spelling(operation, topic);
        client.subscribe(
                topic,
                new ClientConnection.Subscription(
                        RosJson.text(operation, "topic"),
                        version,
                        whole(operation, "throttle_rate") * 1_000_000L,
                        whole(operation, "queue_length"),
                        whole(operation, "fragment_size"),
                        new AtomicLong(System.nanoTime() - Integer.MAX_VALUE * 1_000_000L)));
    }

    private void listener(ObjectNode operation) throws RejectedMessageException {
        RobotTopic topic = topic(operation);
        spelling(operation, topic);
        if (topic.published()) {
            throw new RejectedMessageException("topic", topic.topic() + " is published by the robot itself");
        }
    }

    private void publish(ObjectNode operation, @Nullable JsonNode id) throws RejectedMessageException {
        RobotTopic topic = topic(operation);
        try {
            commands.take(
                    topic,
                    operation.get("msg"),
                    problem -> complain(topic.topic() + ": " + problem, id),
                    problem -> warn(topic.topic() + ": " + problem, id));
        } catch (RejectedMessageException e) {
            throw new RejectedMessageException(topic.topic(), e.text());
        }
    }

    private void call(ObjectNode operation, @Nullable JsonNode id) {
        String service = RosJson.text(operation, "service");
        JsonNode arguments = operation.get("args");
        try {
            ObjectNode values = services.call(
                    service, arguments instanceof ObjectNode named ? named : RosJson.object(), client.spoken());
            client.send(Operations.serviceResponse(service, id, values, true));
        } catch (RejectedMessageException e) {
            LOG.warn("{}: {}: {}", client.peer(), service, e.text());
            client.send(Operations.serviceResponse(service, id, JsonNodeFactory.instance.stringNode(e.text()), false));
        }
    }

    private static RobotTopic topic(ObjectNode operation) throws RejectedMessageException {
        String name = RosJson.text(operation, "topic");
        List<String> known = new ArrayList<>();
        Stream.of(RobotTopic.values()).map(RobotTopic::topic).forEach(known::add);
        return RobotTopic.named(name)
                .orElseThrow(() -> new RejectedMessageException(
                        "topic",
                        "the robot has no topic '" + name + "'" + Suggestion.phrase(name, known) + "; it has "
                                + String.join(", ", known)));
    }

    private RosVersion spelling(ObjectNode operation, RobotTopic topic) throws RejectedMessageException {
        String type = RosJson.text(operation, "type");
        if (type.isEmpty()) {
            return client.spoken();
        }
        RosVersion version = RosVersion.ofSpelling(type, topic.type());
        if (version == null) {
            throw new RejectedMessageException(
                    "type",
                    topic.topic() + " is a " + RosVersion.ROS2.type(topic.type()) + " (or "
                            + RosVersion.ROS1.type(topic.type()) + "), not a " + type);
        }
        client.speaks(version);
        return version;
    }

    private static int whole(ObjectNode operation, String field) throws RejectedMessageException {
        JsonNode value = operation.get(field);
        if (value == null || value.isNull()) {
            return 0;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
            throw new RejectedMessageException(field, "expected a whole number not below 0, found " + value);
        }
        return value.intValue();
    }
}
