package io.sigmaprompt.bridge.virtualrobot;

import io.sigmaprompt.bridge.rosbridge.MessageType;
import java.util.Optional;
import java.util.stream.Stream;

/** The topics of a virtual robot, named as ros2_control's controllers name theirs. */
enum RobotTopic {
    JOINT_STATES("/joint_states", MessageType.JOINT_STATE, true),
    CONTROLLER_STATE("/joint_trajectory_controller/controller_state", MessageType.CONTROLLER_STATE, true),
    JOINT_TRAJECTORY("/joint_trajectory_controller/joint_trajectory", MessageType.JOINT_TRAJECTORY, false),
    POSITION_COMMANDS("/forward_position_controller/commands", MessageType.FLOAT_ARRAY, false);

    private final String topic;
    private final MessageType type;
    private final boolean published;

    RobotTopic(String topic, MessageType type, boolean published) {
        this.topic = topic;
        this.type = type;
        this.published = published;
    }

    String topic() {
        return topic;
    }

    MessageType type() {
        return type;
    }

    /** Whether the robot publishes it; otherwise it listens to it. */
    boolean published() {
        return published;
    }

    /** The topic of that name; the leading slash may be missing, as ROS allows. */
    static Optional<RobotTopic> named(String name) {
        String full = name.startsWith("/") ? name : "/" + name;
        return Stream.of(values()).filter(topic -> topic.topic.equals(full)).findFirst();
    }
}
