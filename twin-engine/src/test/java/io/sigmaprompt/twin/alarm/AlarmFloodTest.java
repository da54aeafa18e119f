package io.sigmaprompt.twin.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.alarm.rule.AlarmAttributes;
import io.sigmaprompt.twin.alarm.rule.AlarmRules;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.AlarmRecord.Priority;
import io.sigmaprompt.twin.record.AlarmRecord.State;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import io.sigmaprompt.twin.record.NoticeRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlarmFloodTest {
    private static final int IDS = 200;
    private static final int RAISES_A_SECOND = 10_000;

    private final BoardTrial trial = new BoardTrial(AlarmRules.DEFAULT);

    /** Each cycle half of the alarms come and the other half go: 100 raised in 10 ms. */
    private void flood(int cycles, Map<String, Boolean> last) {
        for (int cycle = 0; cycle < cycles; cycle++) {
            for (int i = 0; i < IDS; i++) {
                boolean active = (i + cycle) % 2 == 0;
                String id = "jitter/" + i;
                trial.finding(id, Kind.JITTER, active);
                last.put(id, active);
            }
            trial.silent();
        }
    }

    @Test
    void aFloodOfTenThousandASecondIsGroupedAndKeepsTheFirstAndLastOfEach() {
        Map<String, Boolean> last = new LinkedHashMap<>();
        flood(300, last);
        int during = trial.alarms().size();
        for (int i = 0; i < 101; i++) {
            trial.silent();
        }

        assertTrue(during < 3 * RAISES_A_SECOND / 20, during + " records of 30,000 raised");
        Map<String, AlarmRecord> first = new LinkedHashMap<>();
        Map<String, AlarmRecord> latest = new LinkedHashMap<>();
        long counted = 0;
        for (AlarmRecord alarm : trial.alarms()) {
            if (!alarm.isGroup()) {
                first.putIfAbsent(alarm.id(), alarm);
                latest.put(alarm.id(), alarm);
                counted += 1 + alarm.detail().unsaid();
            }
        }
        assertEquals(IDS, first.size());
        first.values().forEach(alarm -> {
            assertEquals(State.UNACKNOWLEDGED, alarm.state(), alarm.id());
            assertTrue(alarm.simNanos() <= 2 * BoardTrial.CYCLE, alarm.id() + " at " + alarm.simNanos());
        });
        latest.forEach((id, alarm) -> {
            State expected = Boolean.TRUE.equals(last.get(id)) ? State.UNACKNOWLEDGED : State.RETURNED_UNACKNOWLEDGED;
            assertEquals(expected, alarm.state(), id);
            assertEquals(299 * BoardTrial.CYCLE, alarm.detail().changedNanos(), id);
        });
        // Every change is told or counted: half of the alarms were down at the first cycle and had none to tell.
        assertEquals(300L * IDS - IDS / 2, counted);
    }

    @Test
    void theGroupCountsItsMembersAndNamesTheFirstAndTheLast() {
        flood(200, new LinkedHashMap<>());
        AlarmRecord group = trial.alarms().stream()
                .filter(AlarmRecord::isGroup)
                .reduce((a, b) -> b)
                .orElseThrow();
        assertEquals("flood/jitter", group.id());
        assertEquals(State.UNACKNOWLEDGED, group.state());
        assertEquals(IDS, group.detail().members());
        assertTrue(group.text().contains("first jitter/20"), group.text());
        assertTrue(group.detail().raised() > 9_000, group.text());
    }

    @Test
    void acknowledgingTheGroupAcknowledgesItsMembers() {
        flood(100, new LinkedHashMap<>());
        assertTrue(trial.board.acknowledge(trial.now, "flood/jitter", "op"));
        assertFalse(trial.board.acknowledge(trial.now, "flood/jitter", "op"));
        AlarmRecord group = trial.alarms().getLast();
        assertTrue(group.isGroup());
        assertEquals("op", group.by());
    }

    @Test
    void whatIsUrgentIsToldByItselfInAFloodToo() {
        flood(100, new LinkedHashMap<>());
        int before = trial.alarms().size();
        trial.finding("residual/pan", Kind.RESIDUAL, true);
        assertEquals("residual/pan", trial.alarms().get(before).id());
        assertFalse(trial.alarms().get(before).isMember());
        trial.finding("residual/pan", Kind.RESIDUAL, false);
        assertEquals(State.RETURNED_UNACKNOWLEDGED, trial.alarms().getLast().state());
    }

    @Test
    void aFloodIsAnnouncedAndEnds() {
        flood(2, new LinkedHashMap<>());
        for (int i = 0; i < 60_002; i++) {
            trial.silent();
        }
        List<String> notices = trial.said.stream()
                .filter(NoticeRecord.class::isInstance)
                .map(record -> ((NoticeRecord) record).text())
                .toList();
        assertEquals(2, notices.size());
        assertTrue(notices.getFirst().startsWith("an alarm flood began: more than 10 alarms in 600 s"));
        trial.finding("jitter/1", Kind.JITTER, false);
        trial.finding("jitter/1", Kind.JITTER, true);
        trial.finding("jitter/1", Kind.JITTER, false);
        assertEquals(0, trial.alarms().getLast().detail().unsaid());
    }

    @Test
    void aGroupIsToldAsOne() {
        AlarmAttributes grouped = new AlarmAttributes(Priority.HIGH, 0, 0, false, "motors", null, null, false);
        BoardTrial motors = new BoardTrial(BoardTrial.rules(
                BoardTrial.rule("a", BoardTrial.above(1), grouped),
                BoardTrial.rule("b", BoardTrial.above(2), grouped)));
        motors.at(1.5).at(2.5, 101);
        List<AlarmRecord> groups =
                motors.alarms().stream().filter(AlarmRecord::isGroup).toList();
        assertEquals(2, groups.size());
        assertEquals("group/motors", groups.getLast().id());
        assertEquals(2, groups.getLast().detail().members());
        assertEquals(Priority.HIGH, groups.getLast().priority());
        motors.board.acknowledge(motors.now, "group/motors", "op");
        motors.at(0, 101);
        assertEquals(State.NORMAL, motors.alarms().getLast().state());
        assertTrue(motors.alarms().getLast().isGroup());
    }
}
