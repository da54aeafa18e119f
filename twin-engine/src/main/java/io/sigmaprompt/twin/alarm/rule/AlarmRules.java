package io.sigmaprompt.twin.alarm.rule;

import io.sigmaprompt.twin.record.AlarmRecord.Priority;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All that makes alarms of one robot.
 *
 * @param rules in the order in which they are told
 * @param findings each finding of these kinds raises an alarm of its own name
 */
public record AlarmRules(List<AlarmRule> rules, Map<Kind, AlarmAttributes> findings, FloodSettings flood) {
    /** Each finding raises an alarm; there are no rules. */
    public static final AlarmRules DEFAULT = new AlarmRules(List.of(), everyFinding(), FloodSettings.DEFAULT);

    /**
     * @throws IllegalArgumentException if two rules share a name, or a rule rests on one that does not exist or on
     *     itself
     */
    public AlarmRules {
        rules = List.copyOf(rules);
        EnumMap<Kind, AlarmAttributes> ordered = new EnumMap<>(Kind.class);
        ordered.putAll(findings);
        findings = Collections.unmodifiableMap(ordered);
        var unused = RuleOrder.of(rules);
    }

    /** What findings become unless somebody says otherwise. */
    public static Map<Kind, AlarmAttributes> everyFinding() {
        Map<Kind, AlarmAttributes> all = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            all.put(kind, AlarmAttributes.of(priority(kind)));
        }
        return all;
    }

    private static Priority priority(Kind kind) {
        return switch (kind) {
            case RESIDUAL, LIMIT, STUCK, CONTACT -> Priority.HIGH;
            case STALE, GAP, RATE, FLAT_LINE, SHIFT, PAYLOAD -> Priority.MEDIUM;
            case JITTER, SPIKE, PERIODICITY, NOVELTY -> Priority.LOW;
        };
    }
}
