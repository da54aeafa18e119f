package io.sigmaprompt.twin.session;

import java.util.List;

/**
 * All that a kernel is built from; with the journal it determines every bit of a session.
 *
 * @param seed the seed from which each robot's noise is derived
 * @param twins one a robot, in the order they are ticked
 */
public record SessionConfiguration(String name, long seed, List<TwinConfiguration> twins) {
    /** Length of a tick. */
    public static final long TICK_NANOS = 1_000_000;

    /** Detectors, cognition, arbitration and the trace run every so many ticks. */
    public static final int TICKS_PER_CYCLE = 10;

    public SessionConfiguration {
        twins = List.copyOf(twins);
    }
}
