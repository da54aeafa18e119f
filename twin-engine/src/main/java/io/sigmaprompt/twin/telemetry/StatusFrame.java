package io.sigmaprompt.twin.telemetry;

import java.util.List;

/**
 * The mode that the robot's own controller is in, and what it complains of.
 *
 * @param mode in the controller's words, empty where it does not say
 * @param faults those that stand now
 */
public record StatusFrame(String robot, long sourceNanos, long receiveNanos, String mode, List<RobotFault> faults)
        implements TelemetryMessage {
    public StatusFrame {
        faults = List.copyOf(faults);
    }

    @Override
    public String source() {
        return "";
    }
}
