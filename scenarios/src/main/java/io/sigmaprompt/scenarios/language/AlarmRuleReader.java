package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.scenarios.language.Section.Range;
import io.sigmaprompt.twin.alarm.rule.AlarmAttributes;
import io.sigmaprompt.twin.alarm.rule.AlarmAttributes.Escalation;
import io.sigmaprompt.twin.alarm.rule.AlarmRule;
import io.sigmaprompt.twin.alarm.rule.Condition;
import io.sigmaprompt.twin.alarm.rule.RuleOrder;
import io.sigmaprompt.twin.record.AlarmRecord.Priority;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one robot's alarm rules. */
final class AlarmRuleReader {
    private record Owned(String owner, ConditionReader.Reference reference) {}

    private final RobotReader.Participant robot;
    private final Set<String> taken;
    private final Map<String, AlarmRule> rules = new LinkedHashMap<>();
    private final List<Owned> references = new ArrayList<>();

    /** @param taken names that the alarms of findings have */
    AlarmRuleReader(RobotReader.Participant robot, Set<String> taken) {
        this.robot = robot;
        this.taken = taken;
    }

    List<AlarmRule> read(List<Section> sections) {
        sections.forEach(this::read);
        for (Owned each : references) {
            String name = each.reference.rule();
            if (!rules.containsKey(name)) {
                each.reference
                        .at()
                        .complain(
                                "there is no rule '" + name + "'",
                                DidYouMean.remedy(name, rules.keySet(), "The rules are "));
            }
        }
        return acyclic() ? List.copyOf(rules.values()) : List.of();
    }

    private boolean acyclic() {
        List<AlarmRule> all = List.copyOf(rules.values());
        List<String> cycle = RuleOrder.cycle(all);
        if (cycle.isEmpty()) {
            return references.stream().allMatch(each -> rules.containsKey(each.reference.rule()));
        }
        for (Owned each : references) {
            if (each.owner.equals(cycle.get(0)) && each.reference.rule().equals(cycle.get(1))) {
                each.reference
                        .at()
                        .complain(
                                "the rule rests on itself: " + String.join(" -> ", cycle),
                                "Take one of these references out.");
            }
        }
        return false;
    }

    private void read(Section at) {
        List<String> joints = robot.joints().names();
        ConditionReader first = new ConditionReader(robot.joints(), joints.isEmpty() ? null : joints.getFirst());
        AlarmRule rule = rule(at, first, null);
        if (!first.forEach()) {
            add(at, rule, first);
            return;
        }
        for (String joint : joints) {
            ConditionReader each = new ConditionReader(robot.joints(), joint);
            add(at, rule(at, each, joint), each);
        }
    }

    private static AlarmRule rule(Section at, ConditionReader conditions, @Nullable String joint) {
        String name = at.text("name", "");
        Condition condition = conditions.read(at.child("when"));
        AlarmAttributes attributes = attributes(at, Priority.MEDIUM, conditions);
        String text = at.text("text", name.replace('-', ' '));
        return joint == null
                ? new AlarmRule(name, text, condition, attributes)
                : new AlarmRule(name + "/" + joint, text + ", " + joint, condition, attributes);
    }

    /** What becomes of an alarm. */
    static AlarmAttributes attributes(Section at, Priority fallback, ConditionReader conditions) {
        Priority priority = at.constant("priority", fallback, Priority.values());
        return new AlarmAttributes(
                priority,
                at.nanos("on-delay", 0, Range.NOT_NEGATIVE),
                at.nanos("off-delay", 0, Range.NOT_NEGATIVE),
                at.flag("latched", false),
                at.text("group", ""),
                at.has("escalate") ? escalation(at.child("escalate"), priority) : null,
                at.has("suppressed-while") ? conditions.read(at.child("suppressed-while")) : null,
                !at.flag("in-service", true));
    }

    private static Escalation escalation(Section at, Priority from) {
        Priority to = at.constant("to", from, Priority.values());
        if (to.compareTo(from) < 0) {
            at.child("to")
                    .complain(
                            "expected at least the alarm's own priority " + from + ", found " + to,
                            "An escalation does not make an alarm less urgent: choose a higher one.");
        }
        return new Escalation(at.nanos("after", 1, Range.POSITIVE), to);
    }

    private void add(Section at, AlarmRule rule, ConditionReader conditions) {
        String name = rule.name();
        if (rules.putIfAbsent(name, rule) != null) {
            at.child("name").complain("two rules are called '" + name + "'", "Give one of them another name.");
        } else if (taken.contains(name) || name.startsWith("group/") || name.startsWith("flood/")) {
            at.child("name")
                    .complain(
                            "'" + name + "' is the name of an alarm that is raised without a rule",
                            "Choose another name.");
        }
        conditions.references().forEach(reference -> references.add(new Owned(name, reference)));
    }
}
