package io.sigmaprompt.twin.alarm;

import io.sigmaprompt.twin.alarm.rule.AlarmAttributes;
import io.sigmaprompt.twin.alarm.rule.AlarmRule;
import io.sigmaprompt.twin.alarm.rule.AlarmRules;
import io.sigmaprompt.twin.alarm.rule.Condition;
import io.sigmaprompt.twin.alarm.rule.FloodSettings;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.AlarmRecord.Priority;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.signal.SignalPath;
import io.sigmaprompt.twin.signal.SignalPath.Quantity;
import io.sigmaprompt.twin.signal.SignalPath.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** 500 rules of every kind over the joints of an arm, in one cycle. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class AlarmRuleBenchmark {
    private static final int RULES = 500;
    private static final long CYCLE = 10_000_000;
    private static final List<String> JOINTS = List.of("pan", "lift", "elbow", "wrist_1", "wrist_2", "wrist_3");

    private final double[] position = new double[JOINTS.size()];
    private final double[] zero = new double[JOINTS.size()];
    @SuppressWarnings("NullAway.Init")
    private AlarmBoard board;
    private long told;
    private long now;

    @Setup
    public void board() {
        List<AlarmRule> rules = new ArrayList<>();
        AlarmAttributes attributes =
                new AlarmAttributes(Priority.LOW, 5 * CYCLE, 5 * CYCLE, false, "", null, null, false);
        for (int i = 0; i < RULES; i++) {
            SignalPath path =
                    new SignalPath(Source.ROBOT, Quantity.values()[i % 3], JOINTS.get(i % JOINTS.size()));
            Condition high = new Condition.Threshold(path, true, 2, Double.POSITIVE_INFINITY, 0.1, "");
            Condition condition =
                    switch (i % 8) {
                        case 0, 1, 2 -> high;
                        case 3 -> new Condition.Rate(path, true, 50, Double.POSITIVE_INFINITY, 10 * CYCLE, "");
                        case 4 -> new Condition.Absence(path, 100 * CYCLE);
                        case 5 -> new Condition.All(List.of(high, new Condition.Mode(TwinMode.LIVE)));
                        case 6 -> new Condition.Within(high, new Condition.Rule("rule" + (i - 6)), 50 * CYCLE);
                        default -> new Condition.Count(new Condition.Not(high), 3, 1000 * CYCLE);
                    };
            rules.add(new AlarmRule("rule" + i, "", condition, attributes));
        }
        board = new AlarmBoard(
                "arm",
                JOINTS,
                new AlarmRules(rules, AlarmRules.everyFinding(), FloodSettings.DEFAULT),
                record -> told++);
    }

    @Benchmark
    public long cycle() {
        now += CYCLE;
        for (int i = 0; i < position.length; i++) {
            position[i] = (now / CYCLE + i) % 100 * 0.01;
        }
        board.see(new JointStateRecord("arm", now, JointStateRecord.Body.ROBOT, JOINTS, position, zero, zero));
        board.evaluate(now, 0);
        return told;
    }
}
