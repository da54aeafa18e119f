package io.sigmaprompt.twin.cognition;

import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.List;

/**
 * What a mind sees.
 *
 * @param findings the active findings, oldest first
 */
public record Situation(long simNanos, TwinMode mode, List<FindingRecord> findings) {}
