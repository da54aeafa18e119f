package io.sigmaprompt.bridge.virtualrobot;

import io.sigmaprompt.bridge.rosbridge.FloatArrayMessage;
import io.sigmaprompt.bridge.rosbridge.JointTrajectoryMessage;
import io.sigmaprompt.bridge.rosbridge.RejectedMessageException;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.simulation.TrajectoryPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes the messages that move the robot: what is wrong with one is said, and nothing of it is followed. */
final class RobotCommands {
    private static final double[] NONE = {};
    private static final long TICK = Tick.NANOS;

    private final SimulationLoop loop;

    RobotCommands(SimulationLoop loop) {
        this.loop = loop;
    }

    /**
     * Follows a message.
     *
     * @param complaints told what the robot itself finds wrong later, from its thread
     * @throws RejectedMessageException if the message is not one that the topic takes
     */
    void take(RobotTopic topic, @Nullable JsonNode message, Consumer<String> complaints)
            throws RejectedMessageException {
        switch (topic) {
            case JOINT_TRAJECTORY -> trajectory(JointTrajectoryMessage.decode(message), complaints);
            case POSITION_COMMANDS -> positions(message, complaints);
            default -> throw new RejectedMessageException("topic", "the robot publishes this topic itself");
        }
    }

    private void trajectory(JointTrajectoryMessage trajectory, Consumer<String> complaints)
            throws RejectedMessageException {
        List<String> known = loop.joints();
        for (int i = 0; i < trajectory.joints().size(); i++) {
            String joint = trajectory.joints().get(i);
            if (!known.contains(joint)) {
                throw new RejectedMessageException(
                        "joint_names[" + i + "]",
                        "the robot has no driven joint '" + joint + "'" + Suggestion.phrase(joint, known) + "; it has "
                                + String.join(", ", known));
            }
        }
        List<TrajectoryPoint> points = new ArrayList<>();
        for (JointTrajectoryMessage.Point point : trajectory.points()) {
            // a first point at 0 asks to be there at once, which is the next tick
            points.add(new TrajectoryPoint(
                    Math.max(TICK, point.fromStartNanos()), point.position(), point.velocity(), point.acceleration()));
        }
        follow(trajectory.joints(), points, complaints);
    }

    private void positions(@Nullable JsonNode message, Consumer<String> complaints) throws RejectedMessageException {
        double[] positions = FloatArrayMessage.decode(message, loop.joints().size());
        follow(loop.joints(), List.of(new TrajectoryPoint(TICK, positions, NONE, NONE)), complaints);
    }

    private void follow(List<String> joints, List<TrajectoryPoint> points, Consumer<String> complaints) {
        loop.ask(robot -> {
            try {
                // no points at all brake to rest, as a joint trajectory controller does
                robot.followTrajectory(joints, points);
            } catch (BadInputException e) {
                complaints.accept(String.valueOf(e.getMessage()));
            }
        });
    }
}
