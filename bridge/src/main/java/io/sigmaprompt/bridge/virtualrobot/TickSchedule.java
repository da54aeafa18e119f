package io.sigmaprompt.bridge.virtualrobot;

import io.sigmaprompt.twin.input.Tick;

/**
 * When ticks are due so that simulated time keeps pace with a clock: no drift, because each due time comes from the
 * one before and not from when the tick ran. After a stall longer than the greatest burst the rest of it is left out.
 */
final class TickSchedule {
    static final int GREATEST_BURST = 50;
    private static final long TICK = Tick.NANOS;

    private long nextNanos;
    private long skipped;

    TickSchedule(long startNanos) {
        nextNanos = startNanos + TICK;
    }

    /** How many ticks to run now; they count as run. */
    int due(long nowNanos) {
        long late = nowNanos - nextNanos;
        if (late < 0) {
            return 0;
        }
        long due = late / TICK + 1;
        nextNanos += due * TICK;
        skipped += Math.max(0, due - GREATEST_BURST);
        return (int) Math.min(due, GREATEST_BURST);
    }

    /** When the next tick is due. */
    long nextNanos() {
        return nextNanos;
    }

    /** Ticks that were never run. */
    long skipped() {
        return skipped;
    }
}
