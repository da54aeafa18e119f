package io.sigmaprompt.twin.alarm.rule;

import io.sigmaprompt.twin.record.AlarmRecord.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an alarm once its condition comes (ANSI/ISA-18.2-2016, clause 10).
 *
 * @param onDelayNanos so long the condition must be there before the alarm is raised
 * @param offDelayNanos so long it must be gone before the alarm returns
 * @param latched whether it stays until somebody resets it, even when its cause is gone
 * @param group alarms of one group are told as one; empty for none
 * @param escalation what happens if nobody acknowledges it, or null
 * @param suppressedWhile while this is so, the alarm is suppressed by design; null for never
 * @param outOfService whether it begins out of service
 */
public record AlarmAttributes(
        Priority priority,
        long onDelayNanos,
        long offDelayNanos,
        boolean latched,
        String group,
        @Nullable Escalation escalation,
        @Nullable Condition suppressedWhile,
        boolean outOfService) {
    /**
     * An alarm that waits unacknowledged for too long is told again.
     *
     * @param to the priority it has from then on, at least the one it had
     */
    public record Escalation(long afterNanos, Priority to) {}

    /** A priority, and nothing else. */
    public static AlarmAttributes of(Priority priority) {
        return new AlarmAttributes(priority, 0, 0, false, "", null, null, false);
    }
}
