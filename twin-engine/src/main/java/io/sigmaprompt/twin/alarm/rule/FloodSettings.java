package io.sigmaprompt.twin.alarm.rule;

import io.sigmaprompt.twin.record.AlarmRecord.Priority;

/**
 * When alarms come faster than an operator can take them, and what is done then.
 *
 * @param limit a flood begins when more than this many are raised within the window, and ends when half of it or fewer
 *     are
 * @param groupedUpTo the highest priority that is told in groups during a flood
 */
public record FloodSettings(int limit, long windowNanos, Priority groupedUpTo) {
    /** More than 10 in 10 minutes: ANSI/ISA-18.2-2016, clause 16. */
    public static final FloodSettings DEFAULT = new FloodSettings(10, 600_000_000_000L, Priority.MEDIUM);

    public FloodSettings {
        if (limit < 1 || windowNanos <= 0) {
            throw new IllegalArgumentException("a flood is more than " + limit + " alarms in " + windowNanos + " ns?");
        }
    }
}
