package io.sigmaprompt.twin.telemetry;

import java.util.List;

/**
 * What the robot's own controller was told to do, as in the {@code reference} of
 * {@code control_msgs/JointTrajectoryControllerState}: the command the prediction runs under.
 *
 * @param position commanded position, one a name
 * @param velocity commanded velocity, one a name, or empty
 * @param acceleration commanded acceleration, one a name, or empty
 */
public record JointReferenceFrame(
        String robot,
        long sourceNanos,
        long receiveNanos,
        List<String> names,
        double[] position,
        double[] velocity,
        double[] acceleration)
        implements TelemetryMessage {
    public JointReferenceFrame {
        names = List.copyOf(names);
    }

    @Override
    public String source() {
        return "";
    }
}
