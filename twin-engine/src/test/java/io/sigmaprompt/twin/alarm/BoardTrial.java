package io.sigmaprompt.twin.alarm;

import io.sigmaprompt.twin.alarm.rule.AlarmAttributes;
import io.sigmaprompt.twin.alarm.rule.AlarmRule;
import io.sigmaprompt.twin.alarm.rule.AlarmRules;
import io.sigmaprompt.twin.alarm.rule.Condition;
import io.sigmaprompt.twin.alarm.rule.FloodSettings;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.AlarmRecord.Priority;
import io.sigmaprompt.twin.record.AlarmRecord.State;
import io.sigmaprompt.twin.record.Evidence;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.signal.SignalPath;
import java.util.ArrayList;
import java.util.List;

/** A board driven cycle by cycle: what is told of two joints, and what the board says to it. */
final class BoardTrial {
    static final long CYCLE = 10_000_000;
    static final long SECOND = 1_000_000_000;
    static final SignalPath POSITION = new SignalPath(SignalPath.Source.ROBOT, SignalPath.Quantity.POSITION, "pan");
    static final Condition HIGH = above(1);

    final List<OutputRecord> said = new ArrayList<>();
    final AlarmBoard board;
    long now;

    BoardTrial(AlarmRules rules) {
        board = new AlarmBoard("arm", List.of("pan", "lift"), rules, said::add);
    }

    static BoardTrial of(Condition condition) {
        return of(condition, AlarmAttributes.of(Priority.MEDIUM));
    }

    static BoardTrial of(Condition condition, AlarmAttributes attributes) {
        return new BoardTrial(rules(rule("rule", condition, attributes)));
    }

    static AlarmRules rules(AlarmRule... rules) {
        return new AlarmRules(List.of(rules), AlarmRules.everyFinding(), FloodSettings.DEFAULT);
    }

    static AlarmRule rule(String name, Condition condition, AlarmAttributes attributes) {
        return new AlarmRule(name, "it is so", condition, attributes);
    }

    static Condition.Threshold above(double bound) {
        return new Condition.Threshold(POSITION, false, bound, Double.POSITIVE_INFINITY, 0, "rad");
    }

    /** The next cycle, in which pan is told to be at {@code position}. */
    BoardTrial at(double position) {
        board.see(new JointStateRecord(
                "arm",
                now + CYCLE,
                JointStateRecord.Body.ROBOT,
                List.of("pan", "lift"),
                new double[] {position, 0},
                new double[2],
                new double[2]));
        return silent();
    }

    /** The next cycle, in which nothing is told. */
    BoardTrial silent() {
        now += CYCLE;
        board.evaluate(now, 0);
        return this;
    }

    /** So many cycles at a position. */
    BoardTrial at(double position, int cycles) {
        for (int i = 0; i < cycles; i++) {
            at(position);
        }
        return this;
    }

    void finding(String id, FindingRecord.Kind kind, boolean active) {
        Evidence evidence = new Evidence("test", "", now, 0.9, "");
        board.on(new FindingRecord("arm", now, id, kind, "pan", active, 1, 0, "", "found " + id, evidence));
    }

    List<AlarmRecord> alarms() {
        return said.stream()
                .filter(AlarmRecord.class::isInstance)
                .map(AlarmRecord.class::cast)
                .toList();
    }

    List<State> states() {
        return alarms().stream().map(AlarmRecord::state).toList();
    }

    /** Whether the one rule's alarm stands. */
    boolean stands() {
        return !alarms().isEmpty() && alarms().getLast().state().standing();
    }
}
