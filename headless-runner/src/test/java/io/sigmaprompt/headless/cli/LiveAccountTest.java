package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.headless.report.ExampleSession;
import io.sigmaprompt.scenarios.run.Verdict;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.Evidence;
import io.sigmaprompt.twin.record.ExplanationRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveAccountTest {
    @Test
    void everyEventHasALineWithItsTimeAndReason() {
        List<String> lines = tell(Surroundings.none()).lines().toList();
        assertTrue(
                lines.contains("00:10.000  fault     ✗ friction ×3 at elbow_joint  injected"),
                String.join("\n", lines));
        assertTrue(
                lines.contains(
                        "00:10.350  decision  slow_and_report 50 over pick_part 10  residual/elbow_joint has held for 10 ms; 50 beats 10 by more than the margin of 5"));
        assertTrue(lines.stream().anyMatch(each -> each.startsWith("00:04.000  mode      LIVE")));
        assertTrue(lines.stream().anyMatch(each -> each.startsWith("00:20.000  gate      held, armed  STOP")));
    }

    @Test
    void anAlarmThatRepeatsItsFindingIsToldShort() {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        EventLines lines = new EventLines(new Console(writer, writer, Surroundings.none(), false, false, true), false);
        lines.of(new FindingRecord(
                "arm",
                0,
                "stale",
                FindingRecord.Kind.STALE,
                "",
                true,
                0.2,
                0.1,
                "s",
                "no telemetry for 100 ms",
                new Evidence("stale", "", 0, 1, "patience 100 ms")));
        assertEquals(
                "00:00.000  alarm     ▲ HIGH stale unacknowledged",
                lines.of(new AlarmRecord(
                        "arm",
                        0,
                        "stale",
                        AlarmRecord.Priority.HIGH,
                        AlarmRecord.State.UNACKNOWLEDGED,
                        "no telemetry for 100 ms",
                        "")));
    }

    @Test
    void whyIsToldWhenAnotherCauseComesFirstAndWhenThereIsNoneAnyMore() {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        EventLines lines = new EventLines(new Console(writer, writer, Surroundings.none(), false, false, true), false);
        assertEquals(
                "00:10.200  why       ≠ parameter drift elbow_joint 98 %  its friction grew",
                lines.of(why(10.2, cause(ExplanationRecord.Kind.PARAMETER_DRIFT, 0.98, "its friction grew"))));
        assertNull(
                lines.of(why(10.4, cause(ExplanationRecord.Kind.PARAMETER_DRIFT, 0.9, "its friction grew more"))),
                "the same cause as before");
        assertEquals(
                "00:10.600  why       ≠ actuator fault elbow_joint 70 %  it is held",
                lines.of(why(10.6, cause(ExplanationRecord.Kind.ACTUATOR_FAULT, 0.7, "it is held"))));
        assertEquals("00:10.800  why       ✓ robot and twin agree again", lines.of(why(10.8)));
    }

    private static ExplanationRecord why(double seconds, ExplanationRecord.Cause... causes) {
        return new ExplanationRecord("arm", Math.round(seconds * 1e9), 1.5, List.of("elbow_joint"), List.of(causes));
    }

    private static ExplanationRecord.Cause cause(ExplanationRecord.Kind kind, double share, String text) {
        return new ExplanationRecord.Cause(kind, "elbow_joint", share, 3, 0.1, "N·m", 100, new double[1], text);
    }

    @Test
    void aGateVerdictIsToldOnlyWhenItChanges() {
        long gates = tell(Surroundings.none())
                .lines()
                .filter(each -> each.contains("  gate      "))
                .count();
        assertEquals(5, gates);
    }

    @Test
    void offATerminalTheStandingIsToldEveryFiveSeconds() {
        List<String> standings = tell(Surroundings.none())
                .lines()
                .filter(each -> each.contains("divergence "))
                .toList();
        assertEquals(4, standings.size());
        assertTrue(
                standings
                        .get(2)
                        .matches(
                                "00:15\\.000  LIVE  divergence \\d+\\.\\d σ elbow_joint · slow_and_report · gate passed"),
                standings.get(2));
    }

    @Test
    void whileNoTelemetryComesTheStandingSaysSoInsteadOfAnOldDivergence() {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        LiveAccount account = new LiveAccount(new Console(writer, writer, Surroundings.none(), false, false, true));
        account.started(ExampleSession.scenario(), Path.of("run"));
        double[] one = {0.001};
        account.output(new DivergenceRecord(ExampleSession.ROBOT, 0, List.of("elbow"), one, one, one, one));
        account.output(new TelemetryHealthRecord(
                ExampleSession.ROBOT, 0, 10, 0, 0, 0, 0, 0, 0, 0, 3, List.of(), List.of(), new double[0], List.of()));
        account.advanced(5_000_000_000L);
        assertTrue(out.toString().contains("no telemetry"), out.toString());
        assertFalse(out.toString().contains("divergence"), out.toString());
    }

    @Test
    void onATerminalTheStandingIsRedrawnInItsLineAndNeverWiderThanTheTerminal() {
        String text = tell(new Surroundings(Map.of("NO_COLOR", "1"), true, true, 60));
        assertTrue(text.contains("\r\u001b[K"));
        for (String part : text.split("\r\u001b\\[K|\n")) {
            if (part.contains("divergence ")) {
                assertTrue(part.length() < 60, part);
            }
        }
    }

    private static String tell(Surroundings surroundings) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        Console console = new Console(writer, writer, surroundings, false, false, true);
        new ExampleSession().tell(new LiveAccount(console), Path.of("run"), Verdict.PASSED);
        return out.toString();
    }
}
