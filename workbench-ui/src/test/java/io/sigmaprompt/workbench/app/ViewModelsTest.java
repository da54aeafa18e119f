package io.sigmaprompt.workbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.urdf.UrdfReader;
import io.sigmaprompt.twin.record.AlarmRecord.Priority;
import io.sigmaprompt.twin.record.AlarmRecord.State;
import io.sigmaprompt.twin.record.DecisionRecord;
import io.sigmaprompt.workbench.alarm.AlarmFilter;
import io.sigmaprompt.workbench.alarm.AlarmRow;
import io.sigmaprompt.workbench.decision.DecisionSummary;
import io.sigmaprompt.workbench.topbar.SessionMode;
import io.sigmaprompt.workbench.topbar.Transport;
import io.sigmaprompt.workbench.viewport.Corpus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewModelsTest {
    private final WorkbenchViewModel model = new WorkbenchViewModel();

    private static final class Recorder implements Transport {
        final List<String> calls = new ArrayList<>();

        @Override
        public void reset() {
            calls.add("reset");
        }

        @Override
        public void run(boolean run) {
            calls.add("run " + run);
        }

        @Override
        public void step() {
            calls.add("step");
        }

        @Override
        public void speed(double factor) {
            calls.add("speed " + factor);
        }

        @Override
        public void mode(SessionMode mode) {
            calls.add("mode " + mode);
        }

        @Override
        public void stop(boolean engaged) {
            calls.add("stop " + engaged);
        }
    }

    @Test
    void theClockKeepsItsWidth() {
        model.update(SessionMode.MIRROR, true, 12.304);
        assertEquals("00:12.304", model.topBar().clockProperty().get());
        model.update(SessionMode.MIRROR, true, 754.0006);
        assertEquals("12:34.001", model.topBar().clockProperty().get());
    }

    @Test
    void runAndPauseTakeTurnsByWhatTheSessionSays() {
        Recorder transport = new Recorder();
        model.topBar().toggleRun();
        model.topBar().connect("cell-7", transport);
        assertTrue(model.topBar().connectedProperty().get());
        model.topBar().toggleRun();
        model.update(SessionMode.SIMULATED, true, 0);
        model.topBar().toggleRun();
        model.topBar().stop();
        assertEquals(List.of("run true", "run false", "stop true"), transport.calls);
    }

    @Test
    void stopPressedAgainOnTheKeyboardStaysPressedAndTheButtonReleases() {
        Recorder transport = new Recorder();
        model.topBar().connect("cell-7", transport);
        model.topBar().show(1, true, true);
        model.topBar().stop();
        assertEquals(List.of("stop true"), transport.calls);
        assertTrue(model.topBar().stoppedProperty().get());
    }

    @Test
    void speedsGoFromATenthToAsFastAsItCan() {
        Recorder transport = new Recorder();
        model.topBar().connect("cell-7", transport);
        model.topBar().show(10, true, false);
        model.topBar().changeSpeed(true);
        model.topBar().show(0, true, false);
        assertEquals("max", model.topBar().speedProperty().get().strip());
        model.topBar().changeSpeed(false);
        model.topBar().show(0.1, true, false);
        model.topBar().changeSpeed(false);
        assertEquals(List.of("speed 0.0", "speed 10.0", "speed 0.1"), transport.calls);
    }

    private static AlarmRow alarm(String key, Priority priority, State state, double raisedAt) {
        return new AlarmRow(key, priority, state, "it is so", raisedAt, "", false);
    }

    private List<String> shownAlarms() {
        return model.alarms().alarms().stream().map(AlarmRow::key).toList();
    }

    @Test
    void alarmsCountThoseThatNobodyHasSeen() {
        model.alarms()
                .update(List.of(
                        alarm("a", Priority.HIGH, State.UNACKNOWLEDGED, 10.1),
                        alarm("b", Priority.LOW, State.ACKNOWLEDGED, 4)));
        assertEquals("1 OPEN", model.alarms().summaryProperty().get());
        model.alarms().update(List.of());
        assertEquals("", model.alarms().summaryProperty().get());
    }

    @Test
    void alarmsAreSortedByPriorityAndThenTheNewestAndFilteredByState() {
        AlarmRow member = new AlarmRow("e", Priority.LOW, State.UNACKNOWLEDGED, "", 9, "", true);
        model.alarms()
                .update(List.of(
                        alarm("a", Priority.LOW, State.UNACKNOWLEDGED, 10),
                        alarm("b", Priority.CRITICAL, State.ACKNOWLEDGED, 4),
                        alarm("c", Priority.LOW, State.RETURNED_UNACKNOWLEDGED, 12),
                        alarm("d", Priority.HIGH, State.SHELVED, 5),
                        member));
        assertEquals(List.of("b", "c", "a"), shownAlarms());
        model.alarms().filterProperty().set(AlarmFilter.SILENCED);
        assertEquals(List.of("d"), shownAlarms());
        model.alarms().filterProperty().set(AlarmFilter.ALL);
        assertEquals(List.of("b", "d", "c", "a", "e"), shownAlarms());
        assertEquals("2 OPEN", model.alarms().summaryProperty().get());
    }

    @Test
    void aDecisionIsReadable() {
        assertNull(model.decision().currentProperty().get());
        model.decision()
                .show(new DecisionRecord(
                        "arm",
                        12_304_000_000L,
                        "slow_and_report",
                        "guard",
                        50,
                        List.of(
                                new DecisionRecord.Loser("pick_part", "task", 10),
                                new DecisionRecord.Loser("hold", "x", 0.5)),
                        "priority",
                        "friction rose"));
        DecisionSummary shown = model.decision().currentProperty().get();
        assertEquals("TICK 12 304", model.decision().tickText().getValue());
        assertEquals("pick_part 10, hold 0.50", shown.over());
        assertEquals("priority · guard", shown.rule());
        model.decision().show(null);
        assertEquals("", model.decision().tickText().getValue());
    }

    @Test
    void jointsAreListedInTheModelsOrderWithTheirValues() {
        var robot = UrdfReader.read(Corpus.file("robots/ur10/ur10.urdf")).model();
        model.robot().open(robot);
        assertEquals("6 joints", model.robot().summaryProperty().get());
        assertEquals(7, model.robot().rows().size());
        double[] q = robot.neutral();
        q[2] = 1.55;
        model.robot().update(q);
        assertEquals("elbow_joint", model.robot().rows().get(3).name());
        assertEquals("+1.550", model.robot().rows().get(3).valueProperty().get());
        assertEquals("+0.000", model.robot().rows().get(1).valueProperty().get());
    }

    @Test
    void aShortHashIsShownWhole() {
        model.status().kernel("kernel 1 000 Hz", "9f3c");
        assertEquals("hash 9f3c", model.status().hashProperty().get());
        model.status().kernel("", "");
        assertEquals("", model.status().hashProperty().get());
    }
}
