package io.sigmaprompt.bridge.rosbridge;

import io.sigmaprompt.bridge.ros.FurtherTopics;
import io.sigmaprompt.bridge.ros.RosTelemetry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a robot turned out to be when it was first reached; kept over reconnections.
 *
 * @param ros the ROS it speaks
 * @param references whether its controller's references are to be subscribed
 * @param simulated whether it is a virtual robot of ours, which takes faults
 * @param further topics to be subscribed beside joint states and references
 * @param warnings what the user should know
 */
record RobotProfile(
        RosVersion ros,
        boolean references,
        boolean simulated,
        Map<String, RosTelemetry> further,
        List<String> warnings) {
    static final String FAULT_SERVICE = "/sigma_virtual_robot/inject_fault";
    private static final long ANSWER_MILLIS = 1_000;

    /** Asks the robot's rosapi node; where there is none, the settings and ROS 2 are believed. */
    static RobotProfile ask(RosbridgeSocket socket, RosbridgeSettings settings) throws InterruptedException {
        List<String> warnings = new ArrayList<>();
        RosVersion wanted = settings.ros();
        String referenceTopic = settings.referenceTopic();
        Optional<String> stateType = type(socket, "topic", settings.jointStateTopic());
        if (stateType.isEmpty()) {
            warnings.add("The robot has no rosapi node to ask: "
                    + (wanted == null ? "taken for ROS 2 (option ros)" : "topics are taken on trust")
                    + (referenceTopic != null && !settings.referenceNamed()
                            ? "; its references are not used unless option reference-topic names their topic"
                            : ""));
            boolean references = referenceTopic != null && settings.referenceNamed();
            return new RobotProfile(
                    wanted == null ? RosVersion.ROS2 : wanted,
                    references,
                    false,
                    settings.further().named(),
                    warnings);
        }
        RosVersion spoken = version(stateType.get(), settings, warnings);
        boolean references = referenceTopic != null && publishesReferences(socket, referenceTopic, warnings);
        boolean simulated = !type(socket, "service", FAULT_SERVICE).orElse("").isEmpty();
        return new RobotProfile(
                wanted != null ? wanted : spoken != null ? spoken : RosVersion.ROS2,
                references,
                simulated,
                further(socket, settings, warnings),
                warnings);
    }

    private static @Nullable RosVersion version(String type, RosbridgeSettings settings, List<String> warnings) {
        RosVersion spoken = RosVersion.ofSpelling(type, MessageType.JOINT_STATE);
        if (type.isEmpty()) {
            warnings.add("Nobody publishes " + settings.jointStateTopic()
                    + " yet; start the robot's driver, or name another topic by option joint-state-topic");
        } else if (spoken == null) {
            warnings.add(settings.jointStateTopic() + " is a " + type + ", not a sensor_msgs JointState; name another"
                    + " topic by option joint-state-topic");
        }
        return spoken;
    }

    private static boolean publishesReferences(RosbridgeSocket socket, String topic, List<String> warnings)
            throws InterruptedException {
        String type = type(socket, "topic", topic).orElse("");
        if (RosVersion.ofSpelling(type, MessageType.CONTROLLER_STATE) != null) {
            return true;
        }
        warnings.add(
                type.isEmpty()
                        ? "Nobody publishes " + topic + ": without references there is no prediction; name the"
                                + " controller's state topic by option reference-topic, or 'none'"
                        : topic + " is a " + type + ", not a control_msgs JointTrajectoryControllerState: without"
                                + " references there is no prediction");
        return false;
    }

    private static Map<String, RosTelemetry> further(
            RosbridgeSocket socket, RosbridgeSettings settings, List<String> warnings) throws InterruptedException {
        Map<String, RosTelemetry> found = new LinkedHashMap<>(settings.further().named());
        if (!settings.further().auto()) {
            return found;
        }
        try {
            JsonNode answer = socket.call("/rosapi/topics", RosJson.object()).get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
            JsonNode topics = answer.path("topics");
            JsonNode types = answer.path("types");
            for (int i = 0; i < Math.min(topics.size(), types.size()); i++) {
                String topic = topics.get(i).asString("");
                RosTelemetry type = settings.further().of(topic, types.get(i).asString(""));
                if (type != null) {
                    found.put(topic, type);
                }
            }
        } catch (ExecutionException | TimeoutException e) {
            warnings.add("The robot's rosapi node does not tell its topics: name those wanted by option "
                    + FurtherTopics.OPTION);
        }
        return found;
    }

    /** The type of a topic or service: empty text where there is no such thing, nothing where nobody answers. */
    private static Optional<String> type(RosbridgeSocket socket, String kind, String name) throws InterruptedException {
        ObjectNode arguments = RosJson.object();
        arguments.put(kind, name);
        try {
            return Optional.of(RosJson.text(
                    socket.call("/rosapi/" + kind + "_type", arguments).get(ANSWER_MILLIS, TimeUnit.MILLISECONDS),
                    "type"));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }
}
