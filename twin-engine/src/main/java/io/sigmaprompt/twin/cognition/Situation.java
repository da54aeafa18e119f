package io.sigmaprompt.twin.cognition;

import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.List;

/**
 * What a mind sees.
 *
 * @param findings the active findings, oldest first
 * @param signals the numbers that the mind has asked for
 */
public record Situation(long simNanos, TwinMode mode, List<FindingRecord> findings, Signals signals) {
    /** A situation without numbers. */
    public Situation(long simNanos, TwinMode mode, List<FindingRecord> findings) {
        this(simNanos, mode, findings, Signals.NONE);
    }
}
