package io.sigmaprompt.twin.alarm.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order in which rules are evaluated: each after those it rests on. */
public final class RuleOrder {
    private final Map<String, AlarmRule> rules = new LinkedHashMap<>();
    private final Set<String> done = new LinkedHashSet<>();
    private final List<String> path = new ArrayList<>();
    private List<String> cycle = List.of();

    /** Whether rules that do not exist are passed over. */
    private boolean tolerant;

    private RuleOrder() {}

    /**
     * Rules, each after those it rests on, else in the order given.
     *
     * @throws IllegalArgumentException if two share a name, or one rests on a rule that is not there or on itself
     */
    public static List<AlarmRule> of(List<AlarmRule> rules) {
        RuleOrder order = new RuleOrder();
        for (AlarmRule rule : rules) {
            if (order.rules.put(rule.name(), rule) != null) {
                throw new IllegalArgumentException("two rules are called '" + rule.name() + "'");
            }
        }
        order.rules.keySet().forEach(order::visit);
        if (!order.cycle.isEmpty()) {
            throw new IllegalArgumentException("rules rest on themselves: " + String.join(" -> ", order.cycle));
        }
        return order.done.stream().map(order::rule).toList();
    }

    /** The first cycle among rules whose names are unlike, as {@code a, b, a}; empty if there is none. Rules
     * that do not exist are passed over. */
    public static List<String> cycle(List<AlarmRule> rules) {
        RuleOrder order = new RuleOrder();
        rules.forEach(rule -> order.rules.put(rule.name(), rule));
        order.tolerant = true;
        order.rules.keySet().forEach(order::visit);
        return order.cycle;
    }

    private AlarmRule rule(String name) {
        AlarmRule rule = rules.get(name);
        if (rule == null) {
            throw new IllegalArgumentException("a rule rests on '" + name + "', which is no rule");
        }
        return rule;
    }

    private void visit(String name) {
        if (done.contains(name) || !cycle.isEmpty() || tolerant && !rules.containsKey(name)) {
            return;
        }
        int before = path.indexOf(name);
        if (before >= 0) {
            cycle = new ArrayList<>(path.subList(before, path.size()));
            cycle.add(name);
            return;
        }
        path.add(name);
        AlarmRule rule = rule(name);
        rule.condition().eachRule(this::visit);
        Condition suppressed = rule.attributes().suppressedWhile();
        if (suppressed != null) {
            suppressed.eachRule(this::visit);
        }
        path.removeLast();
        done.add(name);
    }
}
