package io.sigmaprompt.twin.cognition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.Evidence;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.NoticeRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.record.ProposalRecord;
import io.sigmaprompt.twin.record.TreeRecord;
import io.sigmaprompt.twin.session.ThreeJointArm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MindBankTest {
    private final List<ProposalRecord> records = new ArrayList<>();
    private final List<OutputRecord> said = new ArrayList<>();

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

    private static String slowOn(String kind) {
        return "<Sequence><FindingActive kind='" + kind + "'/><Propose behaviour='slow' priority='50'/></Sequence>";
    }

    private MindBank bank(String nodes) {
        return new MindBank("arm", List.of(ThreeJointArm.tree("guard", nodes)), records::add, said::add);
    }

    @Test
    void aWishIsToldWhenItComesAndWhenItGoes() {
        MindBank bank = bank(slowOn("limit"));
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
        MindBank bank = bank("<Parallel>" + slowOn("limit") + slowOn("residual") + "</Parallel>");
        List<FindingRecord> found = List.of(finding(FindingRecord.Kind.LIMIT), finding(FindingRecord.Kind.RESIDUAL));
        for (int cycle = 1; cycle <= 5; cycle++) {
            bank.think(new Situation(cycle, TwinMode.LIVE, found));
        }
        assertEquals(1, records.size());
    }

    @Test
    void aTreeThatCannotGoOnIsToldOfOnceAndWantsNothingMore() {
        MindBank bank = bank("<Sequence><Propose behaviour='go' priority='1'/><Script code='x = 1'/></Sequence>");
        bank.think(new Situation(10, TwinMode.LIVE, List.of()));
        bank.think(new Situation(20, TwinMode.LIVE, List.of()));
        assertEquals(
                List.of(true, false),
                records.stream().map(ProposalRecord::active).toList());
        assertEquals(
                List.of("guard: the tree has stopped, node 'Script::3': there is no entry 'x' yet; 'x := …' would make"
                        + " it, in the script \"x = 1\""),
                said.stream()
                        .filter(NoticeRecord.class::isInstance)
                        .map(record -> ((NoticeRecord) record).text())
                        .toList());
    }

    @Test
    void theNodesOfATreeAreToldWhenTheyStandOtherwise() {
        MindBank bank = bank(slowOn("limit"));
        for (int cycle = 1; cycle <= 5; cycle++) {
            bank.think(new Situation(
                    cycle * 10L, TwinMode.LIVE, cycle == 4 ? List.of(finding(FindingRecord.Kind.LIMIT)) : List.of()));
        }
        List<String> told = said.stream()
                .map(record -> (TreeRecord) record)
                .map(record -> record.simNanos() + " " + record.mind() + " "
                        + record.nodes().stream()
                                .map(node -> node.status() + "<" + node.before())
                                .toList())
                .toList();
        assertEquals(
                List.of(
                        "10 guard [IDLE<FAILURE, IDLE<FAILURE, IDLE<IDLE]",
                        "40 guard [IDLE<SUCCESS, IDLE<SUCCESS, IDLE<SUCCESS]",
                        "50 guard [IDLE<FAILURE, IDLE<FAILURE, IDLE<SUCCESS]"),
                told);
    }
}
