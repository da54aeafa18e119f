package io.sigmaprompt.headless.analysis;

import io.sigmaprompt.twin.record.FindingRecord;

/**
 * Something unusual in a recording. Times count from the recording's first row.
 *
 * @param signal what it is in; empty where it is about the whole robot
 * @param toNanos when it was last seen
 * @param score how unusual it is at worst: 0 is usual, 1 is never seen
 * @param value what was seen at worst
 * @param threshold what it was held against, same unit
 * @param sentence for people
 */
public record Anomaly(
        FindingRecord.Kind kind,
        String signal,
        long fromNanos,
        long toNanos,
        double score,
        double value,
        double threshold,
        String unit,
        String detector,
        String parameters,
        String sentence) {
    /** What findings of one kind in one signal have in common. */
    public String about() {
        return kind.words() + " in " + signal;
    }

    /** Whether both last at some time. */
    boolean overlaps(Anomaly other) {
        return fromNanos <= other.toNanos && other.fromNanos <= toNanos;
    }
}
