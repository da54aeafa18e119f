package io.sigmaprompt.twin.alarm.evaluation;

import io.sigmaprompt.twin.alarm.evaluation.LogicNode.Junction;
import io.sigmaprompt.twin.alarm.rule.Condition;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.signal.SignalPath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Conditions made ready for evaluation. Allocates nothing while it evaluates. */
public final class RuleProgram implements Restorable {
    /** One condition, ready. */
    public static final class Compiled {
        private final Node node;

        private Compiled(Node node) {
            this.node = node;
        }

        /** Whether it is so; to be asked once a cycle, for conditions remember. */
        public boolean evaluate(long now) {
            return node.evaluate(now);
        }
    }

    private final SignalTable signals;
    private final Function<String, BooleanSupplier> rules;
    private final List<Node> nodes = new ArrayList<>();
    private final List<FindingNode> findings = new ArrayList<>();
    private TwinMode mode = TwinMode.MIRROR;

    /** @param rules whether the cause of a rule's alarm is there, by the rule's name */
    public RuleProgram(SignalTable signals, Function<String, BooleanSupplier> rules) {
        this.signals = signals;
        this.rules = rules;
    }

    /** Makes a condition ready. */
    public Compiled compile(Condition condition) {
        return new Compiled(node(condition));
    }

    private Node node(Condition condition) {
        Node node =
                switch (condition) {
                    case Condition.Threshold c -> new ThresholdNode(c, signals);
                    case Condition.Rate c -> new RateNode(c, signals);
                    case Condition.Absence c -> new AbsenceNode(c, signals);
                    case Condition.Finding c -> finding(c);
                    case Condition.Mode c -> new StateNode(() -> mode == c.mode());
                    case Condition.Rule c -> new StateNode(rules.apply(c.name()));
                    case Condition.All c -> new LogicNode(Junction.ALL, nodes(c.of()));
                    case Condition.Any c -> new LogicNode(Junction.ANY, nodes(c.of()));
                    case Condition.Not c -> new LogicNode(Junction.NONE, List.of(node(c.of())));
                    case Condition.Held c -> new HeldNode(node(c.of()), c.nanos());
                    case Condition.Within c -> new WithinNode(node(c.of()), node(c.after()), c.nanos());
                    case Condition.Count c -> new CountNode(node(c.of()), c.times(), c.nanos());
                };
        nodes.add(node);
        return node;
    }

    private List<Node> nodes(List<Condition> conditions) {
        return conditions.stream().map(this::node).toList();
    }

    private FindingNode finding(Condition.Finding condition) {
        FindingNode node = new FindingNode(condition);
        findings.add(node);
        return node;
    }

    /** The mode that the twin is in from now on. */
    public void mode(TwinMode next) {
        mode = next;
    }

    /** A finding came or went. */
    public void on(FindingRecord finding) {
        for (FindingNode node : findings) {
            node.on(finding);
        }
    }

    /** The number that a threshold or a rate looks at, told last; NaN if none was. */
    public double value(SignalPath path) {
        return signals.value(signals.bind(path));
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putEnum(mode);
        signals.save(out);
        nodes.forEach(node -> node.save(out));
    }

    @Override
    public void restore(CanonicalInput in) {
        mode = in.getEnum(TwinMode.values());
        signals.restore(in);
        nodes.forEach(node -> node.restore(in));
    }
}
