package io.sigmaprompt.twin.cognition.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.twin.cognition.MindSpec;
import io.sigmaprompt.twin.cognition.Proposal;
import io.sigmaprompt.twin.cognition.Situation;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.Evidence;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import io.sigmaprompt.twin.session.ThreeJointArm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeMindTest {
    private static final long SECOND = 1_000_000_000;

    private static TreeMind mind(String nodes) {
        MindSpec.Tree spec = ThreeJointArm.tree("m", nodes);
        return new TreeMind(spec.name(), spec.design(), spec.robot(), spec.board());
    }

    private static String wish(String behaviour) {
        return "<Propose behaviour='" + behaviour + "' priority='1'/>";
    }

    private static String found(Kind kind) {
        return "<FindingActive kind='" + kind + "'/>";
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
        TreeMind mind = mind("<Sequence>" + found(Kind.STALE) + wish("hold") + "</Sequence>");
        assertEquals(List.of(), wishes(mind, 0));
        assertEquals(List.of("hold as saw STALE"), wishes(mind, 0.01, Kind.STALE));
    }

    @Test
    void aReasonIsThatOfTheBranchThatTheWishStandsIn() {
        TreeMind mind = mind("<ParallelAll><Sequence>" + found(Kind.STALE) + wish("hold") + "</Sequence>" + wish("go")
                + "</ParallelAll>");
        assertEquals(List.of("go as its default"), wishes(mind, 0));
        assertEquals(List.of("hold as saw STALE", "go as its default"), wishes(mind, 0.01, Kind.STALE));
    }

    @Test
    void aConditionIsHeldForAsLongAsItSays() {
        TreeMind mind = mind(
                "<Sequence><FindingActive kind='residual' joint='elbow' hold='2'/>" + wish("slow") + "</Sequence>");
        assertEquals(List.of("slow as saw RESIDUAL"), wishes(mind, 1, Kind.RESIDUAL));
        assertEquals(List.of("slow as saw RESIDUAL"), wishes(mind, 3));
        assertEquals(List.of(), wishes(mind, 3.1));
    }

    @Test
    void aReasonReachesIntoTheBranchesBelowIt() {
        TreeMind mind = mind("<Sequence>" + found(Kind.STALE) + "<Parallel>" + wish("hold") + wish("report")
                + "</Parallel></Sequence>");
        assertEquals(List.of("hold as saw STALE", "report as saw STALE"), wishes(mind, 0, Kind.STALE));
    }

    @Test
    void aHeldWishLastsItsSecondsAndKeepsItsReason() {
        TreeMind mind = mind("<Sequence>" + found(Kind.STALE) + "<Hold priority='80' seconds='0.5'/></Sequence>");
        assertEquals(List.of("hold as saw STALE"), wishes(mind, 0, Kind.STALE));
        assertEquals(List.of("hold as saw STALE"), wishes(mind, 0.49));
        assertEquals(List.of(), wishes(mind, 0.5));
    }
}
