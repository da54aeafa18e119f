package io.sigmaprompt.bridge.rosbridge;

import io.sigmaprompt.bridge.core.ConnectionOptions;
import io.sigmaprompt.bridge.core.NetworkAddress;
import io.sigmaprompt.bridge.ros.FurtherTopics;
import io.sigmaprompt.physics.model.BadInputException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one robot behind rosbridge is to be spoken to.
 *
 * @param ros the version to speak, or null to ask the robot
 * @param referenceTopic where the controller's state is published, or null for nowhere
 * @param referenceNamed whether the user named that topic, and so wants it even where nobody can confirm it
 * @param further topics beside those two
 * @param positionJoints the position controller's joints in its order; empty for the command's own order
 * @param leadNanos time from start of the one point of a command's trajectory
 * @param queue messages that may wait between the wire and the session
 * @param silenceNanos so long may the host say nothing before it is pinged, and again until it counts as lost
 * @param throttleMillis least time between two messages of a topic, asked of the server
 * @param queueLength messages the server may hold for us, asked of the server
 */
record RosbridgeSettings(
        String uri,
        NetworkAddress address,
        @Nullable RosVersion ros,
        String jointStateTopic,
        @Nullable String referenceTopic,
        boolean referenceNamed,
        FurtherTopics further,
        Command command,
        String trajectoryTopic,
        String positionTopic,
        List<String> positionJoints,
        long leadNanos,
        int queue,
        long silenceNanos,
        long connectTimeoutNanos,
        int throttleMillis,
        int queueLength) {
    static final int DEFAULT_PORT = 9090;

    /** What is published to move the robot. */
    enum Command {
        TRAJECTORY,
        POSITION,
        NONE
    }

    private static final String NONE = "none";
    private static final List<String> KNOWN = List.of(
            "ros",
            "joint-state-topic",
            "reference-topic",
            FurtherTopics.OPTION,
            "command",
            "trajectory-topic",
            "position-topic",
            "position-joints",
            "lead",
            "queue",
            "silence",
            "connect-timeout",
            "throttle-rate",
            "queue-length");

    /**
     * Settings from an address and options; options given apart go before those in the address.
     *
     * @throws BadInputException if either is wrong
     */
    static RosbridgeSettings read(String uri, Map<String, String> given) {
        NetworkAddress address = NetworkAddress.parse(uri, DEFAULT_PORT);
        Map<String, String> values = new HashMap<>(address.options());
        values.putAll(given);
        ConnectionOptions options = new ConnectionOptions(uri, values, KNOWN);
        String ros = options.choice("ros", List.of("auto", "1", "2"), "auto");
        String reference =
                topic(uri, options, "reference-topic", "/joint_trajectory_controller/controller_state", true);
        String command = options.choice("command", List.of("trajectory", "position", NONE), "trajectory");
        return new RosbridgeSettings(
                uri,
                address,
                switch (ros) {
                    case "1" -> RosVersion.ROS1;
                    case "2" -> RosVersion.ROS2;
                    default -> null;
                },
                topic(uri, options, "joint-state-topic", "/joint_states", false),
                reference.equals(NONE) ? null : reference,
                options.has("reference-topic"),
                FurtherTopics.parse(uri, options.text(FurtherTopics.OPTION, "none")),
                switch (command) {
                    case "trajectory" -> Command.TRAJECTORY;
                    case "position" -> Command.POSITION;
                    default -> Command.NONE;
                },
                topic(uri, options, "trajectory-topic", "/joint_trajectory_controller/joint_trajectory", false),
                topic(uri, options, "position-topic", "/forward_position_controller/commands", false),
                Stream.of(options.text("position-joints", "").split(",", -1))
                        .map(String::strip)
                        .filter(joint -> !joint.isEmpty())
                        .toList(),
                options.nanos("lead", "100 ms", true),
                options.integer("queue", 512, 1, 1_000_000),
                options.nanos("silence", "3 s", false),
                options.nanos("connect-timeout", "5 s", false),
                (int) (options.nanos("throttle-rate", "0", true) / 1_000_000),
                options.integer("queue-length", 0, 0, 1_000_000));
    }

    private static String topic(
            String uri, ConnectionOptions options, String name, String otherwise, boolean mayBeNone) {
        String topic = options.text(name, otherwise);
        if (topic.startsWith("/") || (mayBeNone && topic.equals(NONE))) {
            return topic;
        }
        throw new BadInputException(
                uri,
                "option '" + name + "' must be a topic's full name" + (mayBeNone ? " or 'none'" : "") + ", but is '"
                        + topic + "'",
                "Write it with its leading slash, as " + otherwise);
    }

    /** The WebSocket's address. */
    String webSocketUri() {
        return "ws://" + address.hostAndPort() + (address.path().isEmpty() ? "/" : address.path());
    }
}
