package io.sigmaprompt.twin.telemetry.ingest;

import io.sigmaprompt.twin.telemetry.BatteryFrame;
import io.sigmaprompt.twin.telemetry.ChannelFrame;
import io.sigmaprompt.twin.telemetry.CurrentFrame;
import io.sigmaprompt.twin.telemetry.ImuFrame;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.OdometryFrame;
import io.sigmaprompt.twin.telemetry.PoseFrame;
import io.sigmaprompt.twin.telemetry.StatusFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import io.sigmaprompt.twin.telemetry.TemperatureFrame;
import io.sigmaprompt.twin.telemetry.WrenchFrame;
import java.util.List;

/** The kinds of frame; their order is part of a snapshot's format. */
public enum FrameKind {
    JOINT_STATE("joint state"),
    JOINT_REFERENCE("joint reference"),
    ODOMETRY("odometry"),
    POSE("pose"),
    IMU("imu"),
    WRENCH("wrench"),
    BATTERY("battery"),
    TEMPERATURE("temperature"),
    CURRENT("current"),
    STATUS("status"),
    CHANNEL("channel");

    private final String label;

    FrameKind(String label) {
        this.label = label;
    }

    /** As people call it. */
    public String label() {
        return label;
    }

    static FrameKind of(TelemetryMessage message) {
        return switch (message) {
            case JointStateFrame f -> JOINT_STATE;
            case JointReferenceFrame f -> JOINT_REFERENCE;
            case OdometryFrame f -> ODOMETRY;
            case PoseFrame f -> POSE;
            case ImuFrame f -> IMU;
            case WrenchFrame f -> WRENCH;
            case BatteryFrame f -> BATTERY;
            case TemperatureFrame f -> TEMPERATURE;
            case CurrentFrame f -> CURRENT;
            case StatusFrame f -> STATUS;
            case ChannelFrame f -> CHANNEL;
        };
    }

    /** The joints by which frames of the kinds that move joints are told apart; none for the other kinds. */
    static List<String> joints(TelemetryMessage message) {
        return switch (message) {
            case JointStateFrame f -> f.names();
            case JointReferenceFrame f -> f.names();
            default -> List.of();
        };
    }
}
