package io.sigmaprompt.twin.alarm;

import io.sigmaprompt.twin.alarm.evaluation.RuleProgram;
import io.sigmaprompt.twin.alarm.rule.AlarmRule;
import io.sigmaprompt.twin.record.FindingRecord;
import org.jspecify.annotations.Nullable;

/**
 * An alarm with where it comes from.
 *
 * @param rule its rule, or null where it comes from findings
 * @param condition the rule's condition, ready; null where there is no rule
 * @param suppressedWhile when it is suppressed by design, or null for never
 * @param kind the kind of finding it comes from, or null where it comes from a rule
 */
record KnownAlarm(
        Alarm alarm,
        Annunciation annunciation,
        @Nullable AlarmRule rule,
        RuleProgram.@Nullable Compiled condition,
        RuleProgram.@Nullable Compiled suppressedWhile,
        FindingRecord.@Nullable Kind kind) {
    /** What alarms of its kind are called together: its rule up to the first slash, or the kind of finding. */
    String origin() {
        if (kind != null) {
            return kind.words().replace(' ', '-');
        }
        int slash = alarm.id().indexOf('/');
        return slash < 0 ? alarm.id() : alarm.id().substring(0, slash);
    }
}
