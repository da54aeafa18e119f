package io.sigmaprompt.twin.cognition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.twin.cognition.tree.TreeSpec;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.Evidence;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.ProposalRecord;
import io.sigmaprompt.twin.skill.Goal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MindBankTest {
    private final List<ProposalRecord> records = new ArrayList<>();

    private static FindingRecord finding(FindingRecord.Kind kind) {
        return new FindingRecord(
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
                new Evidence("test", "elbow/effort", 0, 1, ""));
    }

    private static TreeSpec slowOn(FindingRecord.Kind kind) {
        return new TreeSpec.Sequence(
                List.of(new TreeSpec.FindingActive(kind, null, 0), new TreeSpec.Propose("slow", 50, new Goal.Hold())));
    }

    @Test
    void aWishIsToldWhenItComesAndWhenItGoes() {
        MindBank bank = new MindBank(
                "arm", List.of(new MindSpec.Tree("guard", slowOn(FindingRecord.Kind.LIMIT))), records::add);
        List<FindingRecord> found = List.of(finding(FindingRecord.Kind.LIMIT));
        bank.think(new Situation(10, TwinMode.LIVE, found));
        bank.think(new Situation(20, TwinMode.LIVE, found));
        bank.think(new Situation(30, TwinMode.LIVE, List.of()));
        assertEquals(
                List.of(10L, 30L),
                records.stream().map(ProposalRecord::simNanos).toList());
        assertEquals(
                List.of(true, false),
                records.stream().map(ProposalRecord::active).toList());
    }

    @Test
    void whatTwoBranchesWantIsToldOnce() {
        TreeSpec both =
                new TreeSpec.Parallel(List.of(slowOn(FindingRecord.Kind.LIMIT), slowOn(FindingRecord.Kind.RESIDUAL)));
        MindBank bank = new MindBank("arm", List.of(new MindSpec.Tree("guard", both)), records::add);
        List<FindingRecord> found = List.of(finding(FindingRecord.Kind.LIMIT), finding(FindingRecord.Kind.RESIDUAL));
        for (int cycle = 1; cycle <= 5; cycle++) {
            bank.think(new Situation(cycle, TwinMode.LIVE, found));
        }
        assertEquals(1, records.size());
    }
}
