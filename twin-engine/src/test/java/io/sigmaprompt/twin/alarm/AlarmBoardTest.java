package io.sigmaprompt.twin.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.alarm.rule.AlarmRules;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.AlarmRecord.State;
import io.sigmaprompt.twin.record.Evidence;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmBoardTest {
    private final List<AlarmRecord> records = new ArrayList<>();
    private static final Evidence STALE = new Evidence("stale", "", 0, 1, "patience 100 ms");
    private final AlarmBoard board =
            new AlarmBoard("arm", List.of(), AlarmRules.DEFAULT, record -> records.add((AlarmRecord) record));

    private void finding(boolean active) {
        board.on(new FindingRecord(
                "arm", 1, "stale", FindingRecord.Kind.STALE, "", active, 0.2, 0.1, "s", "no telemetry", STALE));
    }

    private List<State> states() {
        return records.stream().map(AlarmRecord::state).toList();
    }

    @Test
    void seenFirstAndGoneLaterEndsNormal() {
        finding(true);
        assertTrue(board.acknowledge(2, "stale", "op"));
        finding(false);
        assertEquals(List.of(State.UNACKNOWLEDGED, State.ACKNOWLEDGED, State.NORMAL), states());
        assertEquals("op", records.get(1).by());
    }

    @Test
    void goneBeforeItIsSeenWaitsForTheOperator() {
        finding(true);
        finding(false);
        assertTrue(board.acknowledge(2, "stale", "op"));
        assertEquals(List.of(State.UNACKNOWLEDGED, State.RETURNED_UNACKNOWLEDGED, State.NORMAL), states());
    }

    @Test
    void comingBackUnseenRaisesItAgain() {
        finding(true);
        finding(false);
        finding(true);
        assertEquals(State.UNACKNOWLEDGED, records.getLast().state());
    }

    @Test
    void thereIsNothingToAcknowledgeTwiceOrAtAnUnknownAlarm() {
        finding(true);
        board.acknowledge(2, "stale", "op");
        assertFalse(board.acknowledge(3, "stale", "op"));
        assertFalse(board.acknowledge(3, "smoke", "op"));
    }
}
