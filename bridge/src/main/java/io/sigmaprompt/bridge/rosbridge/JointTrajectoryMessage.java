package io.sigmaprompt.bridge.rosbridge;

import io.sigmaprompt.twin.record.JointCommand;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code trajectory_msgs/JointTrajectory} as JSON.
 *
 * @param joints the joints that are to move; the others keep what they do
 * @param points in order of time; none at all asks to stop
 */
public record JointTrajectoryMessage(List<String> joints, List<Point> points) {
    private static final double[] NONE = {};

    public JointTrajectoryMessage {
        joints = List.copyOf(joints);
        points = List.copyOf(points);
    }

    /**
     * Where to be when.
     *
     * @param fromStartNanos time since the trajectory's start
     * @param position one a joint
     * @param velocity one a joint, or empty
     * @param acceleration one a joint, or empty
     */
    public record Point(long fromStartNanos, double[] position, double[] velocity, double[] acceleration) {}

    /**
     * Reads a trajectory.
     *
     * @throws RejectedMessageException if a field is missing, of the wrong length or not a finite number, or if the
     *     times do not grow
     */
    public static JointTrajectoryMessage decode(@Nullable JsonNode message) throws RejectedMessageException {
        MessageFields fields = MessageFields.of(message);
        List<String> joints = fields.names("joint_names");
        List<MessageFields> parts = fields.parts("points");
        List<Point> points = new ArrayList<>(parts.size());
        long last = -1;
        for (int i = 0; i < parts.size(); i++) {
            MessageFields part = parts.get(i);
            long fromStart = part.nanos("time_from_start");
            if (fromStart <= last) {
                throw new RejectedMessageException(
                        "points[" + i + "].time_from_start",
                        "expected a time "
                                + (i == 0 ? "not before the start" : "after that of the point before")
                                + ", found " + fromStart / 1e9 + " s");
            }
            last = fromStart;
            points.add(new Point(
                    fromStart,
                    part.numbers("positions", joints.size()),
                    part.numbersOrNone("velocities", joints.size()),
                    part.numbersOrNone("accelerations", joints.size())));
        }
        return new JointTrajectoryMessage(joints, points);
    }

    /** A trajectory of one point, which begins as soon as it is received. */
    static ObjectNode encode(JointCommand command, long leadNanos, RosVersion version) {
        ObjectNode message = RosJson.object();
        message.set("header", RosTime.header(0, version, 0));
        message.set("joint_names", RosJson.strings(command.names()));
        message.set(
                "points",
                JsonNodeFactory.instance
                        .arrayNode()
                        .add(point(
                                command.position(),
                                command.velocity(),
                                command.acceleration(),
                                NONE,
                                leadNanos,
                                version)));
        return message;
    }

    static ObjectNode point(
            double[] positions,
            double[] velocities,
            double[] accelerations,
            double[] effort,
            long fromStartNanos,
            RosVersion version) {
        ObjectNode point = RosJson.object();
        point.set("positions", RosJson.numbers(positions));
        point.set("velocities", RosJson.numbers(velocities));
        point.set("accelerations", RosJson.numbers(accelerations));
        point.set("effort", RosJson.numbers(effort));
        point.set("time_from_start", RosTime.time(fromStartNanos, version));
        return point;
    }
}
