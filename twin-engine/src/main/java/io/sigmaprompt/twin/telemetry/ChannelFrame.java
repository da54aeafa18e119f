package io.sigmaprompt.twin.telemetry;

import java.util.List;

/**
 * Numbers that no other frame has a place for. The array is never written after construction.
 *
 * @param channel the channel's name, as a topic
 * @param unit of all its numbers, empty where unknown
 * @param names of the numbers, in the array's order
 * @param values one a name; NaN is a number the source left out
 */
public record ChannelFrame(
        String robot,
        long sourceNanos,
        long receiveNanos,
        String channel,
        String unit,
        List<String> names,
        double[] values)
        implements TelemetryMessage {
    public ChannelFrame {
        names = List.copyOf(names);
    }

    @Override
    public String source() {
        return channel;
    }
}
