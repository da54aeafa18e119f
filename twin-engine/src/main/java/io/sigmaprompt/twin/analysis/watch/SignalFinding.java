package io.sigmaprompt.twin.analysis.watch;

import io.sigmaprompt.twin.record.Evidence;
import io.sigmaprompt.twin.record.FindingRecord;

/**
 * A detector found something in a signal, or no longer finds it.
 *
 * @param kind what kind of thing it is
 * @param active whether it is found from now on, or gone
 * @param atNanos when it was found, or gone
 * @param toNanos the last sample at which it was seen so far
 * @param value what was seen at worst so far
 * @param threshold what it was held against, same unit
 * @param unit of value and threshold
 * @param explanation one sentence for people
 * @param evidence detector, signal, since when, score at worst, and parameters
 */
public record SignalFinding(
        FindingRecord.Kind kind,
        boolean active,
        long atNanos,
        long toNanos,
        double value,
        double threshold,
        String unit,
        String explanation,
        Evidence evidence) {
    /** The signal's name. */
    public String signal() {
        return evidence.signal();
    }

    /** The first sample at which it was seen. */
    public long fromNanos() {
        return evidence.fromNanos();
    }

    /** How unusual it was at worst, from 0 to 1. */
    public double score() {
        return evidence.score();
    }
}
