package io.sigmaprompt.twin.input;

/** The grain of session time. */
public final class Tick {
    /** Length of a tick, nanoseconds. */
    public static final long NANOS = 1_000_000;

    /** Length of a tick, seconds. */
    public static final double SECONDS = NANOS * 1e-9;

    /** Detectors, cognition, arbitration and the trace run every so many ticks. */
    public static final int PER_CYCLE = 10;

    /** Whether a period, a multiple of a cycle, has ended since the cycle before the one that ends at {@code simNanos}. */
    public static boolean endsPeriod(long simNanos, long periodNanos) {
        return simNanos % periodNanos < PER_CYCLE * NANOS;
    }

    private Tick() {}
}
