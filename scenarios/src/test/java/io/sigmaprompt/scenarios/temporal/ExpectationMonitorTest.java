package io.sigmaprompt.scenarios.temporal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.scenarios.temporal.Expectation.Quantifier;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.CommandRecord;
import io.sigmaprompt.twin.record.DecisionRecord;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.Evidence;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.JointCommand;
import io.sigmaprompt.twin.record.ModeRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.signal.SignalPath;
import io.sigmaprompt.twin.signal.SignalPath.Quantity;
import io.sigmaprompt.twin.signal.SignalPath.Source;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ExpectationMonitorTest {
    private static final Condition RESIDUAL = new Condition.Finding("arm", FindingRecord.Kind.RESIDUAL, "elbow");
    private static final Condition SMALL = new Condition.Signal(
            "arm",
            new SignalPath(Source.DIVERGENCE, Quantity.POSITION, "elbow"),
            true,
            Double.NEGATIVE_INFINITY,
            0.02,
            "rad");

    private static long at(double seconds) {
        return Math.round(seconds * 1e9);
    }

    private static OutputRecord finding(double seconds, boolean active) {
        return new FindingRecord(
                "arm",
                at(seconds),
                "residual/elbow",
                FindingRecord.Kind.RESIDUAL,
                "elbow",
                active,
                9,
                6,
                "sigma",
                "the elbow drags",
                new Evidence("residual", "elbow/effort-residual", at(seconds), 0.6, "threshold 6 σ"));
    }

    private static OutputRecord divergence(double seconds, double value) {
        double[] none = {Double.NaN};
        return new DivergenceRecord("arm", at(seconds), List.of("elbow"), new double[] {value}, none, none, none);
    }

    private static OutputRecord decision(double seconds, String behaviour) {
        return new DecisionRecord("arm", at(seconds), behaviour, "guard", 50, List.of(), "priority", "it is stronger");
    }

    private static OutputRecord mode(double seconds, TwinMode mode) {
        return new ModeRecord("arm", at(seconds), mode, "asked for");
    }

    private static Outcome judge(
            Quantifier quantifier, Condition condition, double from, double to, double end, OutputRecord... outputs) {
        return judge(quantifier, condition, from, to, end, false, outputs);
    }

    /** As {@link #judge}, of a session that was cut short at its end. */
    private static Outcome cut(
            Quantifier quantifier, Condition condition, double from, double to, double end, OutputRecord... outputs) {
        return judge(quantifier, condition, from, to, end, true, outputs);
    }

    private static Outcome judge(
            Quantifier quantifier,
            Condition condition,
            double from,
            double to,
            double end,
            boolean cutShort,
            OutputRecord... outputs) {
        long toNanos = Double.isInfinite(to) ? Long.MAX_VALUE : at(to);
        ExpectationMonitor monitor =
                new ExpectationMonitor(List.of(new Expectation("e", "e", quantifier, condition, at(from), toNanos)));
        for (OutputRecord output : outputs) {
            monitor.accept(output);
        }
        return monitor.finish(at(end), cutShort).getFirst();
    }

    @Test
    void anEventuallyHoldsWithTheFirstTimeItIsSeen() {
        Outcome outcome = judge(Quantifier.EVENTUALLY, RESIDUAL, 10, 12, 24, finding(10.42, true), finding(11, false));
        assertTrue(outcome.passed());
        assertEquals(10.42, outcome.atSeconds());
        assertEquals("first seen at 10.42 s: the elbow drags", outcome.explanation());
    }

    @Test
    void anEventuallyCountsWhatBeganEarlierAndStillHolds() {
        Outcome outcome = judge(Quantifier.EVENTUALLY, RESIDUAL, 10, 12, 24, finding(9, true), finding(10.5, false));
        assertTrue(outcome.passed());
        assertEquals(10, outcome.atSeconds());
    }

    @Test
    void anEventuallyDoesNotCountWhatEndedWhenTheWindowBegan() {
        Outcome outcome = judge(Quantifier.EVENTUALLY, RESIDUAL, 10, 12, 24, finding(9, true), finding(10, false));
        assertFalse(outcome.passed());
        assertEquals("not seen from 10 s to 12 s; but at 9 s: the elbow drags", outcome.explanation());
    }

    @Test
    void anEventuallyThatComesTooLateSaysWhenItCame() {
        Outcome outcome = judge(Quantifier.EVENTUALLY, RESIDUAL, 10, 12, 24, finding(12.001, true));
        assertFalse(outcome.passed());
        assertEquals("not seen from 10 s to 12 s; but at 12.001 s: the elbow drags", outcome.explanation());
    }

    @Test
    void aNeverFailsAtTheFirstSight() {
        Outcome outcome = judge(Quantifier.NEVER, RESIDUAL, 4, 10, 24, finding(4.5, true));
        assertFalse(outcome.passed());
        assertEquals(4.5, outcome.atSeconds());
        assertEquals("seen at 4.5 s: the elbow drags", outcome.explanation());
    }

    @Test
    void aNeverHoldsWhereItIsOnlySeenOutsideTheWindow() {
        assertTrue(judge(Quantifier.NEVER, RESIDUAL, 4, 10, 24, finding(10.01, true))
                .passed());
        assertTrue(judge(Quantifier.NEVER, RESIDUAL, 4, 10, 24, finding(3, true), finding(4, false))
                .passed());
    }

    @Test
    void theWindowsEdgesBelongToIt() {
        assertFalse(
                judge(Quantifier.NEVER, RESIDUAL, 4, 10, 24, finding(10, true)).passed());
        assertFalse(
                judge(Quantifier.NEVER, RESIDUAL, 4, 10, 24, finding(4, true)).passed());
    }

    @Test
    void anAlwaysFailsAtTheFirstValueBeyondTheBound() {
        Outcome outcome = judge(Quantifier.ALWAYS, SMALL, 0, 24, 24, divergence(11.2, 0.01), divergence(11.3, -0.0311));
        assertFalse(outcome.passed());
        assertEquals(11.3, outcome.atSeconds());
        assertEquals("exceeded 0.02 rad at 11.3 s: 0.0311 rad", outcome.explanation());
    }

    @Test
    void anAlwaysThatHoldsSaysHowNearItCame() {
        Outcome outcome = judge(
                Quantifier.ALWAYS, SMALL, 0, 24, 24, divergence(1, 0.01), divergence(2, -0.015), divergence(3, 0.002));
        assertTrue(outcome.passed());
        assertEquals("the greatest was 0.015 rad at 2 s", outcome.explanation());
    }

    @Test
    void anAlwaysPassesOverWhatIsNotKnown() {
        assertTrue(judge(Quantifier.ALWAYS, SMALL, 0, 24, 24, divergence(1, Double.NaN), divergence(2, 0.01))
                .passed());
    }

    @Test
    void anAlwaysAboutWhichNothingIsKnownFails() {
        Outcome outcome = judge(Quantifier.ALWAYS, SMALL, 0, 24, 24, divergence(1, Double.NaN));
        assertFalse(outcome.passed());
        assertEquals("nothing was said about it from 0 s to 24 s", outcome.explanation());
    }

    @Test
    void anAlwaysInAModeHoldsFromTheFirstWordAboutTheMode() {
        Condition mirror = new Condition.Mode("", TwinMode.MIRROR);
        assertTrue(judge(Quantifier.ALWAYS, mirror, 0, Double.POSITIVE_INFINITY, 3, mode(0.001, TwinMode.MIRROR))
                .passed());
        Outcome broken = judge(
                Quantifier.ALWAYS,
                mirror,
                0,
                Double.POSITIVE_INFINITY,
                3,
                mode(0.001, TwinMode.MIRROR),
                mode(2, TwinMode.SHADOW));
        assertEquals("not so at 2 s: SHADOW, asked for", broken.explanation());
    }

    @Test
    void aFinalLooksAtTheEndOnly() {
        assertTrue(judge(
                        Quantifier.FINAL,
                        SMALL,
                        0,
                        Double.POSITIVE_INFINITY,
                        3,
                        divergence(1, 0.5),
                        divergence(2.99, 0.001))
                .passed());
        Outcome outcome =
                judge(Quantifier.FINAL, SMALL, 0, Double.POSITIVE_INFINITY, 3, divergence(1, 0), divergence(2.99, 0.5));
        assertFalse(outcome.passed());
        assertEquals("not so at 3 s: 0.5 rad", outcome.explanation());
    }

    @Test
    void aFinalWithAWindowLooksAtTheWindowsEnd() {
        assertTrue(judge(Quantifier.FINAL, SMALL, 0, 2, 3, divergence(1.99, 0.001), divergence(2.5, 0.9))
                .passed());
    }

    @Test
    void aWindowThatOutlivesTheRunFails() {
        Outcome outcome = judge(Quantifier.NEVER, RESIDUAL, 4, 12, 10.5);
        assertFalse(outcome.passed());
        assertEquals("the window ends at 12 s, but the run ended at 10.5 s", outcome.explanation());
    }

    @Test
    void anEventualityThatWasSeenIsMetHoweverEarlyTheSessionEnded() {
        assertTrue(judge(Quantifier.EVENTUALLY, RESIDUAL, 10, 13, 12.65, finding(10.21, true))
                .passed());
        Outcome outcome = cut(Quantifier.EVENTUALLY, RESIDUAL, 10, 13, 12.65, finding(10.21, true));
        assertEquals(Judgement.HELD, outcome.judgement());
        assertEquals("first seen at 10.21 s: the elbow drags", outcome.explanation());
    }

    @Test
    void whatACutSessionHadNoTimeForIsNeitherHeldNorFailed() {
        double end = Double.POSITIVE_INFINITY;
        for (Quantifier quantifier : List.of(Quantifier.EVENTUALLY, Quantifier.NEVER, Quantifier.FINAL)) {
            assertEquals(
                    Judgement.NOT_REACHED,
                    cut(quantifier, RESIDUAL, 10, 13, 1.2).judgement());
            assertEquals(
                    Judgement.NOT_REACHED, cut(quantifier, RESIDUAL, 1, 13, 1.2).judgement());
            assertEquals(
                    Judgement.NOT_REACHED,
                    cut(quantifier, RESIDUAL, 0, end, 1.2).judgement());
        }
        Outcome always = cut(Quantifier.ALWAYS, SMALL, 0, 24, 2, divergence(1, 0.01));
        assertEquals(Judgement.NOT_REACHED, always.judgement());
        assertEquals("not told: the window goes to 24 s, but the run ended at 2 s", always.explanation());
        assertEquals(
                "not reached: the window begins at 10 s, but the run ended at 1.2 s",
                cut(Quantifier.EVENTUALLY, RESIDUAL, 10, 13, 1.2).explanation());
    }

    @Test
    void whatWasViolatedBeforeASessionWasCutFails() {
        assertEquals(
                Judgement.FAILED,
                cut(Quantifier.NEVER, RESIDUAL, 0, 13, 2, finding(1, true)).judgement());
        assertEquals(
                Judgement.FAILED,
                cut(Quantifier.ALWAYS, SMALL, 0, 13, 2, divergence(1, 0.5)).judgement());
    }

    @Test
    void aWindowThatWasOverBeforeTheCutIsJudged() {
        assertEquals(Judgement.HELD, cut(Quantifier.NEVER, RESIDUAL, 0, 1, 2).judgement());
        assertEquals(
                Judgement.FAILED, cut(Quantifier.EVENTUALLY, RESIDUAL, 0, 1, 2).judgement());
    }

    @Test
    void aSessionThatNeverBeganTellsNothing() {
        assertEquals(
                Judgement.NOT_REACHED, cut(Quantifier.NEVER, RESIDUAL, 0, 13, 0).judgement());
        assertEquals(
                Judgement.NOT_REACHED,
                cut(Quantifier.ALWAYS, RESIDUAL, 0, 13, 0).judgement());
    }

    @Test
    void anEmptyWindowFails() {
        Outcome outcome = judge(Quantifier.NEVER, RESIDUAL, 5, 3, 10);
        assertFalse(outcome.passed());
        assertEquals("the window is empty: it ends at 3 s, before it begins at 5 s", outcome.explanation());
    }

    @Test
    void aDecisionHoldsUntilTheNextOne() {
        Condition slow = new Condition.Decision("arm", "slow");
        assertTrue(judge(Quantifier.ALWAYS, slow, 2, 3, 4, decision(1, "slow"), decision(3.5, "work"))
                .passed());
        assertFalse(judge(Quantifier.ALWAYS, slow, 2, 3, 4, decision(1, "slow"), decision(2.5, "work"))
                .passed());
        assertFalse(judge(Quantifier.EVENTUALLY, slow, 2, 3, 4, decision(1, "slow"), decision(1.5, "work"))
                .passed());
    }

    @Test
    void aCommandCountsWhereItWent() {
        OutputRecord toShadow = new CommandRecord(
                "arm",
                at(5),
                CommandRecord.Target.SHADOW_TWIN,
                new JointCommand("arm", at(5), List.of(), new double[0], new double[0], new double[0]));
        Condition hardware = new Condition.Command("arm", CommandRecord.Target.HARDWARE);
        Condition any = new Condition.Command("arm", null);
        assertFalse(judge(Quantifier.EVENTUALLY, hardware, 0, 10, 10, toShadow).passed());
        assertTrue(judge(Quantifier.EVENTUALLY, any, 0, 10, 10, toShadow).passed());
        assertTrue(judge(Quantifier.NEVER, any, 6, 10, 10, toShadow).passed());
    }

    @Test
    void anAlarmStandsUntilItIsNormal() {
        Condition stands = new Condition.Alarm("", "stale", null);
        OutputRecord raised = new AlarmRecord(
                "arm", at(2), "stale", AlarmRecord.Priority.HIGH, AlarmRecord.State.UNACKNOWLEDGED, "silent", "");
        OutputRecord gone = new AlarmRecord(
                "arm", at(3), "stale", AlarmRecord.Priority.HIGH, AlarmRecord.State.NORMAL, "silent", "op");
        assertEquals(
                "first seen at 2 s: unacknowledged, silent",
                judge(Quantifier.EVENTUALLY, stands, 0, 4, 4, raised, gone).explanation());
        assertFalse(judge(Quantifier.FINAL, stands, 0, 4, 4, raised, gone).passed());
        assertFalse(judge(Quantifier.EVENTUALLY, stands, 3, 4, 4, raised, gone).passed());
    }

    @Test
    void anotherRobotsRecordsDoNotCount() {
        Condition other = new Condition.Finding("leg", null, null);
        assertFalse(
                judge(Quantifier.EVENTUALLY, other, 0, 4, 4, finding(1, true)).passed());
    }

    @Property(tries = 300)
    void neverIsTheOppositeOfEventuallyAndAlwaysOfNeverNot(
            @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = -0.04, max = 0.04) Double> values,
            @ForAll @IntRange(min = 0, max = 20) int from,
            @ForAll @IntRange(min = 0, max = 19) int length) {
        List<OutputRecord> outputs = new ArrayList<>();
        boolean anyInside = false;
        boolean allInside = true;
        boolean known = false;
        for (int i = 0; i < values.size(); i++) {
            outputs.add(divergence(i, values.get(i)));
        }
        // By definition: at whole seconds within the window the last value at or before holds.
        for (int t = from; t <= from + length; t++) {
            boolean so = Math.abs(values.get(Math.min(t, values.size() - 1))) < 0.02;
            anyInside |= so;
            allInside &= so;
            known = true;
        }
        OutputRecord[] all = outputs.toArray(new OutputRecord[0]);
        int to = from + length;
        assertEquals(
                anyInside,
                judge(Quantifier.EVENTUALLY, SMALL, from, to, 50, all).passed());
        assertEquals(
                !anyInside, judge(Quantifier.NEVER, SMALL, from, to, 50, all).passed());
        assertEquals(
                known && allInside,
                judge(Quantifier.ALWAYS, SMALL, from, to, 50, all).passed());
    }
}
