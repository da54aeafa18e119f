package io.sigmaprompt.bridge.rosbridge;

/** The message types that a robot and its twin exchange. */
public enum MessageType {
    JOINT_STATE("sensor_msgs", "JointState"),
    CONTROLLER_STATE("control_msgs", "JointTrajectoryControllerState"),
    JOINT_TRAJECTORY("trajectory_msgs", "JointTrajectory"),
    FLOAT_ARRAY("std_msgs", "Float64MultiArray");

    private final String packageName;
    private final String shortName;

    MessageType(String packageName, String shortName) {
        this.packageName = packageName;
        this.shortName = shortName;
    }

    String packageName() {
        return packageName;
    }

    String shortName() {
        return shortName;
    }
}
