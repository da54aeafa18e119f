package io.sigmaprompt.twin.alarm;

import static io.sigmaprompt.twin.alarm.BoardTrial.CYCLE;
import static io.sigmaprompt.twin.alarm.BoardTrial.HIGH;
import static io.sigmaprompt.twin.alarm.BoardTrial.POSITION;
import static io.sigmaprompt.twin.alarm.BoardTrial.above;
import static io.sigmaprompt.twin.alarm.BoardTrial.rule;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.sigmaprompt.twin.alarm.rule.AlarmAttributes;
import io.sigmaprompt.twin.alarm.rule.AlarmAttributes.Escalation;
import io.sigmaprompt.twin.alarm.rule.AlarmRule;
import io.sigmaprompt.twin.alarm.rule.AlarmRules;
import io.sigmaprompt.twin.alarm.rule.Condition;
import io.sigmaprompt.twin.alarm.rule.FloodSettings;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.AlarmRecord.Priority;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A board that was saved and restored goes on with the same bits; one that has nothing to tell allocates nothing. */
class AlarmBoardRestoreTest {
    private static AlarmRules everything() {
        AlarmAttributes plain = AlarmAttributes.of(Priority.LOW);
        AlarmAttributes busy = new AlarmAttributes(
                Priority.MEDIUM,
                3 * CYCLE,
                2 * CYCLE,
                true,
                "busy",
                new Escalation(20 * CYCLE, Priority.CRITICAL),
                new Condition.Mode(TwinMode.SHADOW),
                false);
        List<AlarmRule> rules = List.of(
                rule("high", new Condition.Threshold(POSITION, true, 0.5, 2, 0.1, "rad"), plain),
                rule(
                        "rate",
                        new Condition.Rate(POSITION, true, 3, Double.POSITIVE_INFINITY, 5 * CYCLE, "rad/s"),
                        plain),
                rule("gone", new Condition.Absence(POSITION, 3 * CYCLE), plain),
                rule("spiky", new Condition.Finding(Kind.SPIKE, null, 0), plain),
                rule("held", new Condition.Held(new Condition.Rule("high"), 4 * CYCLE), busy),
                rule("within", new Condition.Within(above(1), new Condition.Mode(TwinMode.LIVE), 8 * CYCLE), plain),
                rule("often", new Condition.Count(HIGH, 3, 50 * CYCLE), busy),
                rule(
                        "logic",
                        new Condition.All(List.of(
                                new Condition.Not(new Condition.Rule("often")), new Condition.Any(List.of(HIGH)))),
                        plain));
        return new AlarmRules(rules, AlarmRules.everyFinding(), new FloodSettings(15, 100 * CYCLE, Priority.MEDIUM));
    }

    /** One cycle of a life that is drawn at random. */
    private static void live(BoardTrial trial, Random random) {
        switch (random.nextInt(12)) {
            case 0 -> trial.board.mode(TwinMode.values()[random.nextInt(4)]);
            case 1 -> trial.finding("spike/" + random.nextInt(3), Kind.SPIKE, random.nextBoolean());
            case 2 -> trial.board.acknowledgeAll(trial.now, "op");
            case 3 -> trial.board.shelve(trial.now, "high", (1 + random.nextInt(20)) * CYCLE, "why", "op");
            case 4 -> trial.board.reset(trial.now, "held", "op");
            case 5 -> trial.board.service(trial.now, "logic", random.nextBoolean(), "", "op");
            default -> {}
        }
        if (random.nextInt(8) == 0) {
            trial.silent();
        } else {
            trial.at(random.nextDouble(-2.5, 2.5));
        }
    }

    @Test
    void restoredAtAnyCycleItSaysTheSame() {
        for (int seed = 0; seed < 40; seed++) {
            Random when = new Random(seed);
            int cut = when.nextInt(400);
            BoardTrial whole = new BoardTrial(everything());
            Random life = new Random(1000 + seed);
            for (int i = 0; i < cut; i++) {
                live(whole, life);
            }
            CanonicalOutput saved = new CanonicalOutput();
            whole.board.save(saved);
            BoardTrial restored = new BoardTrial(everything());
            if (when.nextBoolean()) {
                restored.at(2, 7);
                restored.finding("spike/9", Kind.SPIKE, true);
            }
            CanonicalInput in = new CanonicalInput(saved.toByteArray());
            restored.board.restore(in);
            assertEquals(0, in.remaining());
            restored.now = whole.now;
            restored.said.clear();
            whole.said.clear();
            long further = 5000L + seed;
            Random one = new Random(further);
            Random other = new Random(further);
            for (int i = 0; i < 300; i++) {
                live(whole, one);
                live(restored, other);
            }
            assertTrue(whole.said.size() > 10);
            assertArrayEquals(bytes(whole.said), bytes(restored.said), "seed " + seed + ", cut at " + cut);
        }
    }

    private static byte[] bytes(List<OutputRecord> records) {
        CanonicalOutput out = new CanonicalOutput();
        records.forEach(record -> record.encode(out));
        return out.toByteArray();
    }

    @Test
    void fiveHundredRulesAllocateNothingWhileNothingChanges() {
        List<AlarmRule> rules = new ArrayList<>();
        for (AlarmRule each : everything().rules()) {
            for (int i = 0; i < 63 && !each.name().equals("gone"); i++) {
                rules.add(rule(each.name() + (i == 0 ? "" : "/" + i), each.condition(), each.attributes()));
            }
        }
        BoardTrial trial = new BoardTrial(new AlarmRules(rules, AlarmRules.everyFinding(), FloodSettings.DEFAULT));
        JointStateRecord[] states = new JointStateRecord[2000];
        for (int i = 0; i < states.length; i++) {
            states[i] = new JointStateRecord(
                    "arm",
                    (i + 1) * CYCLE,
                    JointStateRecord.Body.ROBOT,
                    List.of("pan", "lift"),
                    new double[] {0.2 * Math.sin(i * 0.01), 0},
                    new double[2],
                    new double[2]);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int pass = 0; pass < 8; pass++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (JointStateRecord state : states) {
                trial.board.see(state);
                trial.board.evaluate(state.simNanos(), 0);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(List.of(), trial.said);
        assertEquals(0, least / states.length, least + " bytes in " + states.length + " cycles of 500 rules");
    }
}
