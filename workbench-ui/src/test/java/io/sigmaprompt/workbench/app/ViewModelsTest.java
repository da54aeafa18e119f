package io.sigmaprompt.workbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.urdf.UrdfReader;
import io.sigmaprompt.workbench.alarm.AlarmRow;
import io.sigmaprompt.workbench.decision.DecisionSummary;
import io.sigmaprompt.workbench.gate.GateMargin;
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
        public void stop() {
            calls.add("stop");
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
        assertEquals(List.of("run true", "run false", "stop"), transport.calls);
    }

    @Test
    void theGateSaysWhatHoldsACommandBack() {
        model.gate()
                .update(List.of(new GateMargin("position", "0.31 rad", true), new GateMargin("effort", "61 %", true)));
        assertEquals("ALL 2 CLEAR", model.gate().verdictProperty().get());
        assertTrue(model.gate().clearProperty().get());
        model.gate()
                .update(List.of(new GateMargin("position", "0.31 rad", true), new GateMargin("effort", "0 %", false)));
        assertEquals("HELD BY EFFORT", model.gate().verdictProperty().get());
        assertFalse(model.gate().clearProperty().get());
    }

    @Test
    void alarmsCountThoseThatNobodyHasSeen() {
        List<String> acknowledged = new ArrayList<>();
        model.alarms().onAcknowledge(acknowledged::add);
        model.alarms()
                .update(List.of(
                        new AlarmRow("a", "HIGH", "Elbow friction", 10.1, false, true),
                        new AlarmRow("b", "LOW", "Late telemetry", 4, true, false)));
        assertEquals("1 OPEN", model.alarms().summaryProperty().get());
        model.alarms().update(List.of());
        assertEquals("", model.alarms().summaryProperty().get());
    }

    @Test
    void aDecisionsTickIsReadable() {
        assertNull(model.decision().currentProperty().get());
        model.decision().update(new DecisionSummary("slow_and_report", 0.91, "hold 0.40", "friction rose", 12304));
        assertEquals("TICK 12 304", model.decision().tickText().getValue());
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
