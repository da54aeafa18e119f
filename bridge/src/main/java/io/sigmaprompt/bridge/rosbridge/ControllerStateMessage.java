package io.sigmaprompt.bridge.rosbridge;

import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code control_msgs/JointTrajectoryControllerState} as JSON: what a joint trajectory controller was told. ROS 1 and
 * ROS 2 before Iron call that {@code desired}, later versions {@code reference}, some have both and fill one.
 */
public final class ControllerStateMessage {
    private static final double[] NONE = {};

    private ControllerStateMessage() {}

    /**
     * Reads what the controller was told.
     *
     * @throws RejectedMessageException if a field is missing, of the wrong length or not a finite number
     */
    public static JointReferenceFrame decode(@Nullable JsonNode message, String robot, long receiveNanos)
            throws RejectedMessageException {
        MessageFields fields = MessageFields.of(message);
        long stamp = fields.part("header").nanos("stamp");
        var names = fields.names("joint_names");
        int n = names.size();
        MessageFields reference = reference(fields, n);
        return new JointReferenceFrame(
                robot,
                stamp,
                receiveNanos,
                names,
                reference.numbers("positions", n),
                reference.numbersOrNone("velocities", n),
                reference.numbersOrNone("accelerations", n));
    }

    private static MessageFields reference(MessageFields fields, int joints) throws RejectedMessageException {
        if (!fields.has("reference")) {
            if (!fields.has("desired")) {
                throw new RejectedMessageException("reference", "expected this field or 'desired', found neither");
            }
            return fields.part("desired");
        }
        MessageFields reference = fields.part("reference");
        boolean unused = fields.has("desired") && reference.numbersOrNone("positions", joints).length == 0;
        return unused ? fields.part("desired") : reference;
    }

    /**
     * Writes a controller's state.
     *
     * @param measured the same joints in the same order, as measured
     * @param sequence number of the message, which only ROS 1 has
     */
    public static ObjectNode encode(
            JointReferenceFrame told, JointStateFrame measured, RosVersion version, long sequence) {
        boolean ros1 = version == RosVersion.ROS1;
        double[] error = new double[told.position().length];
        for (int i = 0; i < error.length; i++) {
            error[i] = told.position()[i] - measured.position()[i];
        }
        ObjectNode message = RosJson.object();
        message.set("header", RosTime.header(told.sourceNanos(), version, sequence));
        message.set("joint_names", RosJson.strings(told.names()));
        message.set(
                ros1 ? "desired" : "reference",
                point(told.position(), told.velocity(), told.acceleration(), NONE, version));
        message.set(
                ros1 ? "actual" : "feedback",
                point(measured.position(), measured.velocity(), NONE, measured.effort(), version));
        message.set("error", point(error, NONE, NONE, NONE, version));
        return message;
    }

    private static ObjectNode point(
            double[] positions, double[] velocities, double[] accelerations, double[] effort, RosVersion version) {
        return JointTrajectoryMessage.point(positions, velocities, accelerations, effort, 0, version);
    }
}
