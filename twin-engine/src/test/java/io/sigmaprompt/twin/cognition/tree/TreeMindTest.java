package io.sigmaprompt.twin.cognition.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.twin.cognition.Proposal;
import io.sigmaprompt.twin.cognition.Situation;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.Evidence;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import io.sigmaprompt.twin.skill.Goal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeMindTest {
    private static final long SECOND = 1_000_000_000;

    private static TreeSpec wish(String behaviour) {
        return new TreeSpec.Propose(behaviour, 1, new Goal.Hold());
    }

    private static TreeSpec found(Kind kind) {
        return new TreeSpec.FindingActive(kind, null, 0);
    }

    private static List<String> wishes(TreeMind mind, double seconds, Kind... kinds) {
        List<FindingRecord> findings = new ArrayList<>();
        for (Kind kind : kinds) {
            findings.add(new FindingRecord(
                    "arm",
                    0,
                    kind.name(),
                    kind,
                    "elbow",
                    true,
                    1,
                    0,
                    "",
                    "saw " + kind,
                    new Evidence("test", "elbow/effort", 0, 1, "")));
        }
        List<Proposal> proposals = new ArrayList<>();
        mind.think(new Situation((long) (seconds * SECOND), TwinMode.LIVE, findings), proposals::add);
        return proposals.stream()
                .map(p -> p.behaviour() + " as " + p.rationale())
                .toList();
    }

    @Test
    void aSequenceStopsAtItsFirstFailure() {
        TreeMind mind = new TreeMind("m", new TreeSpec.Sequence(List.of(found(Kind.STALE), wish("hold"))));
        assertEquals(List.of(), wishes(mind, 0));
        assertEquals(List.of("hold as saw STALE"), wishes(mind, 0, Kind.STALE));
    }

    @Test
    void aFallbackTakesItsFirstSuccess() {
        TreeMind mind = new TreeMind(
                "m",
                new TreeSpec.Fallback(
                        List.of(new TreeSpec.Sequence(List.of(found(Kind.STALE), wish("hold"))), wish("go"))));
        assertEquals(List.of("go as its default"), wishes(mind, 0));
        assertEquals(List.of("hold as saw STALE"), wishes(mind, 0, Kind.STALE));
    }

    @Test
    void aParallelAsksEveryChild() {
        TreeMind mind = new TreeMind("m", new TreeSpec.Parallel(List.of(wish("a"), wish("b"))));
        assertEquals(List.of("a as its default", "b as its default"), wishes(mind, 0));
    }

    @Test
    void anInverterTurnsSuccessRound() {
        TreeMind mind =
                new TreeMind("m", new TreeSpec.Sequence(List.of(new TreeSpec.Inverter(found(Kind.STALE)), wish("go"))));
        assertEquals(List.of("go as its default"), wishes(mind, 0));
        assertEquals(List.of(), wishes(mind, 0, Kind.STALE));
    }

    @Test
    void aConditionIsHeldForAsLongAsItSays() {
        TreeMind mind = new TreeMind(
                "m",
                new TreeSpec.Sequence(
                        List.of(new TreeSpec.FindingActive(Kind.RESIDUAL, "elbow", 2 * SECOND), wish("slow"))));
        assertEquals(List.of("slow as saw RESIDUAL"), wishes(mind, 1, Kind.RESIDUAL));
        assertEquals(List.of("slow as saw RESIDUAL"), wishes(mind, 3));
        assertEquals(List.of(), wishes(mind, 3.1));
    }

    @Test
    void aReasonReachesIntoTheBranchesBelowIt() {
        TreeMind mind = new TreeMind(
                "m",
                new TreeSpec.Sequence(
                        List.of(found(Kind.STALE), new TreeSpec.Parallel(List.of(wish("hold"), wish("report"))))));
        assertEquals(List.of("hold as saw STALE", "report as saw STALE"), wishes(mind, 0, Kind.STALE));
    }
}
