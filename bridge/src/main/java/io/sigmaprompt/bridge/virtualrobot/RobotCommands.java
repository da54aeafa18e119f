package io.sigmaprompt.bridge.virtualrobot;

import io.sigmaprompt.bridge.rosbridge.FloatArrayMessage;
import io.sigmaprompt.bridge.rosbridge.JointTrajectoryMessage;
import io.sigmaprompt.bridge.rosbridge.RejectedMessageException;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.simulation.TrajectoryPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
     * Follows a message; what lies beyond a joint's limits is followed as far as they go.
     *
     * @param complaints told what the robot itself finds wrong later, from its thread
     * @param warnings told what was followed otherwise than it was meant
     * @throws RejectedMessageException if the message is not one that the topic takes
     */
    void take(RobotTopic topic, @Nullable JsonNode message, Consumer<String> complaints, Consumer<String> warnings)
            throws RejectedMessageException {
        switch (topic) {
            case JOINT_TRAJECTORY -> trajectory(JointTrajectoryMessage.decode(message), complaints, warnings);
            case POSITION_COMMANDS -> positions(message, complaints, warnings);
            default -> throw new RejectedMessageException("topic", "the robot publishes this topic itself");
        }
    }

    private void trajectory(JointTrajectoryMessage trajectory, Consumer<String> complaints, Consumer<String> warnings)
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
                    Math.max(TICK, point.fromStartNanos()),
                    clamped(trajectory.joints(), point.position(), warnings),
                    point.velocity(),
                    point.acceleration()));
        }
        follow(trajectory.joints(), points, complaints);
    }

    /** Positions within the joints' limits; of wrong lengths the robot itself complains. */
    private double[] clamped(List<String> joints, double[] wanted, Consumer<String> warnings) {
        double[] position = wanted.clone();
        for (int i = 0; i < Math.min(position.length, joints.size()); i++) {
            JointLimits limits = loop.limits(joints.get(i));
            double within = Math.clamp(position[i], limits.lower(), limits.upper());
            if (within != position[i]) {
                warnings.accept(String.format(
                        Locale.ROOT,
                        "position %.4g of joint '%s' is beyond its limits, %.4g to %.4g: it goes to %.4g",
                        position[i],
                        joints.get(i),
                        limits.lower(),
                        limits.upper(),
                        within));
                position[i] = within;
            }
        }
        return position;
    }

    private void positions(@Nullable JsonNode message, Consumer<String> complaints, Consumer<String> warnings)
            throws RejectedMessageException {
        double[] positions = clamped(
                loop.joints(), FloatArrayMessage.decode(message, loop.joints().size()), warnings);
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
