package io.sigmaprompt.twin.alarm;

import static io.sigmaprompt.twin.alarm.BoardTrial.CYCLE;
import static io.sigmaprompt.twin.alarm.BoardTrial.HIGH;
import static io.sigmaprompt.twin.alarm.BoardTrial.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.alarm.rule.AlarmAttributes;
import io.sigmaprompt.twin.alarm.rule.AlarmAttributes.Escalation;
import io.sigmaprompt.twin.alarm.rule.Condition;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.AlarmRecord.Priority;
import io.sigmaprompt.twin.record.AlarmRecord.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The state diagram of ANSI/ISA-18.2-2016. */
class AlarmLifeTest {
    private static AlarmAttributes attributes(boolean latched, Condition suppressedWhile, boolean outOfService) {
        return new AlarmAttributes(Priority.MEDIUM, 0, 0, latched, "", null, suppressedWhile, outOfService);
    }

    private static final Condition NEVER = new Condition.Any(List.of());

    @Test
    void whatIsLatchedStaysUntilItIsReset() {
        BoardTrial trial = BoardTrial.of(HIGH, attributes(true, NEVER, false));
        trial.at(2).at(0);
        assertFalse(trial.board.acknowledge(trial.now, "smoke", "op"));
        assertTrue(trial.board.acknowledge(trial.now, "rule", "op"));
        assertFalse(trial.board.acknowledge(trial.now, "rule", "op"));
        assertTrue(trial.board.reset(trial.now, "rule", "op"));
        assertEquals(
                List.of(State.UNACKNOWLEDGED, State.LATCHED_UNACKNOWLEDGED, State.LATCHED_ACKNOWLEDGED, State.NORMAL),
                trial.states());
    }

    @Test
    void aShelvedAlarmComesBackWhenItsTimeIsOver() {
        BoardTrial trial = BoardTrial.of(HIGH);
        trial.at(2);
        assertTrue(trial.board.shelve(trial.now, "rule", SECOND, "being mended", "op"));
        AlarmRecord shelved = trial.alarms().getLast();
        assertEquals(State.SHELVED, shelved.state());
        assertEquals(trial.now + SECOND, shelved.detail().untilNanos());
        assertEquals("being mended", shelved.detail().reason());
        trial.at(0, 20).at(2, 79);
        assertEquals(State.SHELVED, trial.alarms().getLast().state());
        trial.at(2);
        assertEquals(State.UNACKNOWLEDGED, trial.alarms().getLast().state());
        assertEquals(0, trial.alarms().getLast().detail().untilNanos());
    }

    @Test
    void aShelvedAlarmWhoseCauseIsGoneIsNormalAfterwards() {
        BoardTrial trial = BoardTrial.of(HIGH);
        trial.at(2);
        trial.board.shelve(trial.now, "rule", SECOND, "", "op");
        trial.at(0);
        assertTrue(trial.board.unshelve(trial.now, "rule", "op"));
        assertFalse(trial.board.unshelve(trial.now, "rule", "op"));
        assertEquals(State.NORMAL, trial.alarms().getLast().state());
        assertFalse(trial.board.shelve(trial.now, "rule", 0, "", "op"), "no time at all");
    }

    @Test
    void suppressionByDesignHidesItAndTellsItAfterwards() {
        BoardTrial trial = BoardTrial.of(HIGH, attributes(false, new Condition.Mode(TwinMode.SIMULATED), false));
        trial.board.mode(TwinMode.SIMULATED);
        trial.at(2, 5);
        assertEquals(State.SUPPRESSED, trial.alarms().getLast().state());
        trial.board.mode(TwinMode.MIRROR);
        trial.at(2);
        assertEquals(State.UNACKNOWLEDGED, trial.alarms().getLast().state());
    }

    @Test
    void shelvingOutlastsASuppressionThatIsShorter() {
        BoardTrial trial = BoardTrial.of(HIGH, attributes(false, new Condition.Mode(TwinMode.SIMULATED), false));
        trial.at(2);
        trial.board.shelve(trial.now, "rule", SECOND, "", "op");
        trial.board.mode(TwinMode.SIMULATED);
        trial.at(2, 5);
        trial.board.mode(TwinMode.MIRROR);
        trial.at(2);
        assertEquals(State.SHELVED, trial.alarms().getLast().state());
        trial.at(2, 100);
        assertEquals(State.UNACKNOWLEDGED, trial.alarms().getLast().state());
    }

    @Test
    void whatIsOutOfServiceIsNotRaised() {
        BoardTrial trial = BoardTrial.of(HIGH, attributes(false, NEVER, true));
        trial.at(2, 5);
        assertEquals(List.of(), trial.states());
        assertTrue(trial.board.service(trial.now, "rule", true, "", "fitter"));
        assertEquals(List.of(State.UNACKNOWLEDGED), trial.states());
        assertTrue(trial.board.service(trial.now, "rule", false, "new gearbox", "fitter"));
        assertEquals(State.OUT_OF_SERVICE, trial.alarms().getLast().state());
        assertEquals("new gearbox", trial.alarms().getLast().detail().reason());
    }

    @Test
    void whatNobodyAcknowledgesBecomesMoreUrgentOnce() {
        AlarmAttributes attributes = new AlarmAttributes(
                Priority.MEDIUM, 0, 0, false, "", new Escalation(10 * CYCLE, Priority.CRITICAL), null, false);
        BoardTrial trial = BoardTrial.of(HIGH, attributes);
        trial.at(2, 10);
        assertEquals(1, trial.alarms().size());
        trial.at(2, 10);
        assertEquals(2, trial.alarms().size());
        assertEquals(Priority.CRITICAL, trial.alarms().getLast().priority());
        assertTrue(trial.alarms().getLast().detail().escalated());
        trial.board.acknowledge(trial.now, "rule", "op");
        trial.at(0).at(2);
        assertEquals(Priority.MEDIUM, trial.alarms().getLast().priority());
    }

    @Test
    void whatComesThreeTimesAMinuteChatters() {
        BoardTrial trial = BoardTrial.of(HIGH);
        trial.at(2).at(0).at(2).at(0);
        assertFalse(trial.alarms().getLast().detail().chattering());
        trial.at(2);
        assertTrue(trial.alarms().getLast().detail().chattering());
        assertEquals(3, trial.alarms().getLast().detail().raised());
        trial.at(0, 6001).at(2);
        assertFalse(trial.alarms().getLast().detail().chattering());
    }

    @Test
    void allAreAcknowledgedAtOnce() {
        AlarmAttributes low = AlarmAttributes.of(Priority.LOW);
        BoardTrial trial = new BoardTrial(
                BoardTrial.rules(BoardTrial.rule("a", HIGH, low), BoardTrial.rule("b", BoardTrial.above(1.5), low)));
        trial.at(2);
        assertTrue(trial.board.acknowledgeAll(trial.now, "op"));
        assertFalse(trial.board.acknowledgeAll(trial.now, "op"));
        assertEquals(
                List.of(State.ACKNOWLEDGED, State.ACKNOWLEDGED), trial.states().subList(2, 4));
    }
}
