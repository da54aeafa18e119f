package io.sigmaprompt.twin.telemetry;

import java.util.List;

/**
 * Measured joint state, as in {@code sensor_msgs/JointState}. The arrays are never written after construction.
 *
 * @param names joints, in the order of the arrays
 * @param position radians or metres, one a name
 * @param velocity rad/s or m/s, one a name, or empty where the source has none
 * @param effort N m or N, one a name, or empty where the source has none
 */
public record JointStateFrame(
        String robot,
        long sourceNanos,
        long receiveNanos,
        List<String> names,
        double[] position,
        double[] velocity,
        double[] effort)
        implements TelemetryMessage {
    public JointStateFrame {
        names = List.copyOf(names);
    }

    @Override
    public String source() {
        return "";
    }
}
