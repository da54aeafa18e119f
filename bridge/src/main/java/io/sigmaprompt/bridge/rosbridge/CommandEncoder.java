package io.sigmaprompt.bridge.rosbridge;

import io.sigmaprompt.twin.record.JointCommand;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Turns a command into the message that the robot's controller takes. */
final class CommandEncoder {
    private final RosbridgeSettings settings;
    private final RosVersion ros;

    CommandEncoder(RosbridgeSettings settings, RosVersion ros) {
        this.settings = settings;
        this.ros = ros;
    }

    /**
     * A command as an operation.
     *
     * @throws RejectedMessageException if the controller could not take it
     */
    ObjectNode encode(JointCommand command) throws RejectedMessageException {
        finite("position", command.position());
        finite("velocity", command.velocity());
        finite("acceleration", command.acceleration());
        return switch (settings.command()) {
            case TRAJECTORY ->
                Operations.publish(
                        settings.trajectoryTopic(), JointTrajectoryMessage.encode(command, settings.leadNanos(), ros));
            case POSITION ->
                Operations.publish(settings.positionTopic(), FloatArrayMessage.encode(inControllerOrder(command)));
            case NONE -> throw new RejectedMessageException("command", "this wire is told to carry none");
        };
    }

    private double[] inControllerOrder(JointCommand command) throws RejectedMessageException {
        List<String> joints = settings.positionJoints();
        if (joints.isEmpty()) {
            return command.position();
        }
        double[] ordered = new double[joints.size()];
        for (int i = 0; i < ordered.length; i++) {
            int from = command.names().indexOf(joints.get(i));
            if (from < 0) {
                throw new RejectedMessageException(
                        "position-joints",
                        "the position controller wants joint '" + joints.get(i) + "', which the command leaves out");
            }
            ordered[i] = command.position()[from];
        }
        return ordered;
    }

    private static void finite(String field, double[] values) throws RejectedMessageException {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new RejectedMessageException(
                        field + "[" + i + "]", "a command must be finite, but is " + values[i]);
            }
        }
    }
}
