package io.sigmaprompt.twin.telemetry;

import java.util.List;

/**
 * Motor currents. The array is never written after construction.
 *
 * @param names joints, in the array's order
 * @param current A, one a name
 */
public record CurrentFrame(String robot, long sourceNanos, long receiveNanos, List<String> names, double[] current)
        implements TelemetryMessage {
    public CurrentFrame {
        names = List.copyOf(names);
    }

    @Override
    public String source() {
        return names.isEmpty() ? "" : names.getFirst();
    }
}
