package io.sigmaprompt.bridge.core;

/**
 * How long to wait before the next attempt: doubling from the least to the greatest pause, each shortened by up to a
 * quarter, so that many clients of a server that came back do not all knock at once. The jitter comes from the seed:
 * the same seed waits the same pauses.
 */
public final class BackOff {
    private final long leastNanos;
    private final long greatestNanos;
    private long pauseNanos;
    private long state;

    public BackOff(long leastNanos, long greatestNanos, long seed) {
        if (leastNanos <= 0 || greatestNanos < leastNanos) {
            throw new IllegalArgumentException(
                    "pauses must be 0 < least <= greatest, got " + leastNanos + " ns and " + greatestNanos + " ns");
        }
        this.leastNanos = leastNanos;
        this.greatestNanos = greatestNanos;
        this.pauseNanos = leastNanos;
        this.state = seed;
    }

    /** The next pause, nanoseconds, between three quarters of the least and the greatest. */
    public long nextNanos() {
        long pause = pauseNanos;
        pauseNanos = Math.min(greatestNanos, pauseNanos * 2);
        return pause - (long) (pause * 0.25 * nextUniform());
    }

    /** Begins again with the least pause, after a success. */
    public void reset() {
        pauseNanos = leastNanos;
    }

    // SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014)
    private double nextUniform() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
