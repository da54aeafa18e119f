package io.sigmaprompt.bridge.virtualrobot;

import io.sigmaprompt.bridge.rosbridge.RejectedMessageException;
import io.sigmaprompt.bridge.rosbridge.RosJson;
import io.sigmaprompt.bridge.rosbridge.RosVersion;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.twin.input.Fault;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The services of a virtual robot: what rosapi answers about its topics, and faults. */
final class RobotServices {
    private static final String INJECT_FAULT = "/sigma_virtual_robot/inject_fault";
    private static final String TOPICS = "/rosapi/topics";
    private static final String TOPIC_TYPE = "/rosapi/topic_type";
    private static final String SERVICES = "/rosapi/services";
    private static final String SERVICE_TYPE = "/rosapi/service_type";
    private static final String NODES = "/rosapi/nodes";
    private static final List<String> KNOWN = List.of(INJECT_FAULT, TOPICS, TOPIC_TYPE, SERVICES, SERVICE_TYPE, NODES);
    private static final double LONGEST_FAULT = 1e9;

    private final SimulationLoop loop;

    RobotServices(SimulationLoop loop) {
        this.loop = loop;
    }

    /**
     * Serves a call.
     *
     * @param ros whose spelling of types the caller understands
     * @throws RejectedMessageException if there is no such service, or an argument is wrong
     */
    ObjectNode call(String service, ObjectNode arguments, RosVersion ros) throws RejectedMessageException {
        return switch (service.startsWith("/") ? service : "/" + service) {
            case TOPICS -> topics(ros);
            case TOPIC_TYPE ->
                RosJson.object()
                        .put(
                                "type",
                                RobotTopic.named(RosJson.text(arguments, "topic"))
                                        .map(topic -> ros.type(topic.type()))
                                        .orElse(""));
            case SERVICES -> {
                ObjectNode values = RosJson.object();
                ArrayNode services = values.putArray("services");
                KNOWN.forEach(services::add);
                yield values;
            }
            case SERVICE_TYPE -> RosJson.object().put("type", serviceType(RosJson.text(arguments, "service"), ros));
            case NODES -> {
                ObjectNode values = RosJson.object();
                values.putArray("nodes").add("/sigma_virtual_robot").add("/rosapi");
                yield values;
            }
            case INJECT_FAULT -> inject(arguments);
            default ->
                throw new RejectedMessageException(
                        "service",
                        "there is no service '" + service + "'" + Suggestion.phrase(service, KNOWN) + "; there are "
                                + String.join(", ", KNOWN));
        };
    }

    private static ObjectNode topics(RosVersion ros) {
        ObjectNode values = RosJson.object();
        ArrayNode names = values.putArray("topics");
        ArrayNode types = values.putArray("types");
        for (RobotTopic topic : RobotTopic.values()) {
            names.add(topic.topic());
            types.add(ros.type(topic.type()));
        }
        return values;
    }

    private static String serviceType(String service, RosVersion ros) {
        if (!KNOWN.contains(service)) {
            return "";
        }
        StringBuilder name = new StringBuilder();
        for (String word : service.substring(service.lastIndexOf('/') + 1).split("_", -1)) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        String from = service.equals(INJECT_FAULT) ? "sigma_virtual_robot" : "rosapi";
        return from + (ros == RosVersion.ROS1 ? "/" : "/srv/") + name;
    }

    private ObjectNode inject(ObjectNode arguments) throws RejectedMessageException {
        Fault fault = fault(arguments);
        loop.ask(robot -> robot.inject(fault));
        return RosJson.object().put("success", true).put("message", "");
    }

    private Fault fault(ObjectNode arguments) throws RejectedMessageException {
        Fault.Kind kind = kind(RosJson.text(arguments, "kind"));
        String joint = RosJson.text(arguments, "joint");
        boolean whole = kind == Fault.Kind.TELEMETRY_GAP;
        if (!whole && !loop.joints().contains(joint)) {
            throw new RejectedMessageException(
                    "joint",
                    "the robot has no driven joint '" + joint + "'" + Suggestion.phrase(joint, loop.joints())
                            + "; it has " + String.join(", ", loop.joints()));
        }
        double magnitude = number(arguments, "magnitude", 1);
        double seconds = number(arguments, "duration", 0);
        if (seconds > LONGEST_FAULT) {
            throw new RejectedMessageException(
                    "duration", "expected at most " + LONGEST_FAULT + " s, or 0 for the rest of the session");
        }
        return new Fault(kind, whole ? "" : joint, magnitude, Math.round(seconds * 1e9));
    }

    private static Fault.Kind kind(String name) throws RejectedMessageException {
        List<String> known = Stream.of(Fault.Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = known.indexOf(name.toLowerCase(Locale.ROOT).replace('-', '_'));
        if (index < 0) {
            throw new RejectedMessageException(
                    "kind",
                    "unknown fault '" + name + "'" + Suggestion.phrase(name, known) + "; known are "
                            + String.join(", ", known));
        }
        return Fault.Kind.values()[index];
    }

    private static double number(ObjectNode arguments, String field, double otherwise) throws RejectedMessageException {
        JsonNode value = arguments.get(field);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        if (value.isNumber() && Double.isFinite(value.doubleValue()) && value.doubleValue() >= 0) {
            return value.doubleValue();
        }
        throw new RejectedMessageException(field, "expected a finite number not below 0, found " + value);
    }
}
