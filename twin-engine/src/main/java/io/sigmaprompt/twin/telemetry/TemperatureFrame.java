package io.sigmaprompt.twin.telemetry;

import java.util.List;

/**
 * Temperatures of joints or other parts. The array is never written after construction.
 *
 * @param names joints or parts, in the array's order
 * @param temperature K, one a name
 */
public record TemperatureFrame(
        String robot, long sourceNanos, long receiveNanos, List<String> names, double[] temperature)
        implements TelemetryMessage {
    public TemperatureFrame {
        names = List.copyOf(names);
    }

    @Override
    public String source() {
        return names.isEmpty() ? "" : names.getFirst();
    }
}
