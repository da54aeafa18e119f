package io.sigmaprompt.twin.alarm;

import static io.sigmaprompt.twin.alarm.BoardTrial.CYCLE;
import static io.sigmaprompt.twin.alarm.BoardTrial.HIGH;
import static io.sigmaprompt.twin.alarm.BoardTrial.POSITION;
import static io.sigmaprompt.twin.alarm.BoardTrial.above;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.alarm.rule.AlarmAttributes;
import io.sigmaprompt.twin.alarm.rule.AlarmRule;
import io.sigmaprompt.twin.alarm.rule.Condition;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.AlarmRecord.Priority;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleConditionTest {
    private static final double NOT_KNOWN = Double.NaN;

    @Test
    void aNumberMustLeaveItsBoundByTheDeadband() {
        BoardTrial trial =
                BoardTrial.of(new Condition.Threshold(POSITION, false, 1, Double.POSITIVE_INFINITY, 0.2, "rad"));
        assertFalse(trial.at(1).stands());
        assertTrue(trial.at(1.01).stands());
        assertTrue(trial.at(0.9).stands());
        assertFalse(trial.at(0.79).stands());
        assertEquals("it is so: 1.01 rad", trial.alarms().getFirst().text());
    }

    @Test
    void whatIsNotKnownChangesNothing() {
        BoardTrial trial = BoardTrial.of(HIGH);
        assertFalse(trial.at(NOT_KNOWN).stands());
        trial.at(2);
        assertTrue(trial.at(NOT_KNOWN).stands());
    }

    @Test
    void aMagnitudeHasNoSign() {
        BoardTrial trial =
                BoardTrial.of(new Condition.Threshold(POSITION, true, 1, Double.POSITIVE_INFINITY, 0, "rad"));
        assertTrue(trial.at(-2).stands());
    }

    @Test
    void aDelayIsServedInOnePieceOnTheWayInAndOut() {
        BoardTrial trial = BoardTrial.of(
                HIGH, new AlarmAttributes(Priority.LOW, 5 * CYCLE, 3 * CYCLE, false, "", null, null, false));
        assertFalse(trial.at(2, 5).stands());
        trial.at(0);
        assertFalse(trial.at(2, 5).stands());
        assertTrue(trial.at(2).stands());
        assertTrue(trial.at(0, 3).stands());
        assertFalse(trial.at(0).stands());
    }

    @Test
    void aRateIsTakenOverItsTime() {
        BoardTrial trial =
                BoardTrial.of(new Condition.Rate(POSITION, false, 0.5, Double.POSITIVE_INFINITY, 10 * CYCLE, "rad/s"));
        for (int i = 0; i < 30; i++) {
            assertFalse(trial.at(i * 0.004).stands(), "0.4 rad/s, cycle " + i);
        }
        boolean stood = false;
        for (int i = 0; i < 30; i++) {
            stood |= trial.at(0.12 + i * 0.006).stands();
        }
        assertTrue(stood, "0.6 rad/s");
        assertFalse(trial.at(0.3, 12).stands(), "at rest");
    }

    @Test
    void aNumberThatIsNotToldIsAbsent() {
        BoardTrial trial = BoardTrial.of(new Condition.Absence(POSITION, 4 * CYCLE));
        assertFalse(trial.at(0).stands());
        for (int i = 0; i < 4; i++) {
            assertFalse(trial.silent().stands());
        }
        assertTrue(trial.silent().stands());
        assertFalse(trial.at(0).stands());
    }

    @Test
    void aNumberThatIsNotKnownIsAbsentToo() {
        BoardTrial trial = BoardTrial.of(new Condition.Absence(POSITION, 4 * CYCLE));
        assertTrue(trial.at(NOT_KNOWN, 6).stands());
    }

    @Test
    void aFindingCountsFromItsScoreOn() {
        BoardTrial trial = BoardTrial.of(new Condition.Finding(Kind.SPIKE, "pan", 0.8));
        trial.finding("spike/pan/effort", Kind.SPIKE, true);
        trial.silent();
        assertTrue(trial.alarms().stream().anyMatch(alarm -> alarm.id().equals("rule")));

        BoardTrial sterner = BoardTrial.of(new Condition.Finding(Kind.SPIKE, "pan", 0.95));
        sterner.finding("spike/pan/effort", Kind.SPIKE, true);
        sterner.silent();
        assertFalse(sterner.alarms().stream().anyMatch(alarm -> alarm.id().equals("rule")));
    }

    @Test
    void whatIsHeldMustLast() {
        BoardTrial trial = BoardTrial.of(new Condition.Held(HIGH, 3 * CYCLE));
        assertFalse(trial.at(2, 3).stands());
        assertTrue(trial.at(2).stands());
        assertFalse(trial.at(0).stands());
    }

    @Test
    void withinCountsOnlyWhatFollowsSoonAndAsLongAsItStays() {
        Condition within = new Condition.Within(above(3), new Condition.Mode(TwinMode.LIVE), 5 * CYCLE);
        BoardTrial trial = BoardTrial.of(within);
        assertFalse(trial.at(4, 2).stands(), "not after anything");
        trial.at(0);
        trial.board.mode(TwinMode.LIVE);
        trial.at(0);
        trial.board.mode(TwinMode.MIRROR);
        trial.at(0, 4);
        assertTrue(trial.at(4).stands());
        assertTrue(trial.at(4, 20).stands());
        trial.at(0);
        assertFalse(trial.at(4).stands(), "too late");
    }

    @Test
    void countingForgetsWhatIsLongAgo() {
        BoardTrial trial = BoardTrial.of(new Condition.Count(HIGH, 3, 10 * CYCLE));
        for (int i = 0; i < 2; i++) {
            trial.at(2).at(0);
        }
        assertFalse(trial.stands());
        assertTrue(trial.at(2).stands());
        assertFalse(trial.at(0, 10).stands());
    }

    @Test
    void logicJoinsConditions() {
        Condition all = new Condition.All(List.of(HIGH, new Condition.Not(above(3))));
        BoardTrial trial = BoardTrial.of(all);
        assertTrue(trial.at(2).stands());
        assertFalse(trial.at(4).stands());
        BoardTrial any = BoardTrial.of(new Condition.Any(List.of(above(5), new Condition.Mode(TwinMode.LIVE))));
        assertFalse(any.at(2).stands());
        any.board.mode(TwinMode.LIVE);
        assertTrue(any.at(2).stands());
    }

    @Test
    void aRuleMayRestOnALaterOneAndSeesItInTheSameCycle() {
        AlarmAttributes low = AlarmAttributes.of(Priority.LOW);
        AlarmRule second = BoardTrial.rule("second", new Condition.Rule("first"), low);
        BoardTrial trial = new BoardTrial(BoardTrial.rules(second, BoardTrial.rule("first", HIGH, low)));
        trial.at(2);
        assertEquals(
                List.of("first", "second"),
                trial.alarms().stream().map(alarm -> alarm.id()).toList());
    }

    @Test
    void rulesThatRestOnThemselvesAreRefused() {
        AlarmAttributes low = AlarmAttributes.of(Priority.LOW);
        AlarmRule a = BoardTrial.rule("a", new Condition.Not(new Condition.Rule("b")), low);
        AlarmRule b = BoardTrial.rule("b", new Condition.Rule("a"), low);
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> BoardTrial.rules(a, b));
        assertTrue(String.valueOf(refused.getMessage()).contains("a -> b -> a"), refused.getMessage());
    }
}
