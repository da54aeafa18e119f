package io.sigmaprompt.workbench.mind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.cognition.tree.node.NodeModel;
import io.sigmaprompt.twin.record.ProposalRecord;
import io.sigmaprompt.twin.record.TreeRecord;
import io.sigmaprompt.twin.record.TreeRecord.Kind;
import io.sigmaprompt.twin.record.TreeRecord.Status;
import io.sigmaprompt.workbench.session.TreePlan;
import io.sigmaprompt.workbench.session.TreeStand;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class MindViewModelTest {
    private static final TreePlan PLAN = new TreePlan(
            "guard",
            List.of(
                    new TreePlan.Node(0, NodeModel.Kind.CONTROL, "ReactiveFallback", "", ""),
                    new TreePlan.Node(1, NodeModel.Kind.CONDITION, "FindingActive", "", "kind=stale"),
                    new TreePlan.Node(1, NodeModel.Kind.SUBTREE, "SubTree", "Rest", "where={place}"),
                    new TreePlan.Node(2, NodeModel.Kind.ACTION, "Hold", "hold", "priority=80")));

    private final MindViewModel model = new MindViewModel();

    private static TreeRecord.Node node(int uid, Status status, Status before) {
        return new TreeRecord.Node(uid, "n" + uid, status, before, 2_500_000_000L);
    }

    private static TreeRecord record(Status hold) {
        return new TreeRecord(
                "arm",
                3_000_000_000L,
                "guard",
                List.of(
                        node(1, Status.RUNNING, Status.IDLE),
                        node(2, Status.IDLE, Status.FAILURE),
                        node(3, Status.RUNNING, Status.SUCCESS),
                        node(4, hold, Status.RUNNING)),
                List.of(
                        new TreeRecord.Board(
                                "Guard",
                                List.of(
                                        new TreeRecord.Value("patience", Kind.REAL, "0.3000000000000004"),
                                        new TreeRecord.Value("place", Kind.TEXT, "dock"))),
                        new TreeRecord.Board("Rest", List.of(new TreeRecord.Value("left", Kind.LIST, "1;2")))));
    }

    private static TreeStand stand(TreeRecord record, ProposalRecord... wishes) {
        return new TreeStand(PLAN, record, List.of(wishes));
    }

    private static ProposalRecord wish(String behaviour, String why) {
        return new ProposalRecord("arm", 0, "guard", behaviour, true, 80, "hold still", why);
    }

    @Test
    void eachNodeHasItsShapeAndHowItStandsInAWord() {
        model.show(List.of(stand(record(Status.IDLE))));
        List<NodeRow> rows = model.trees().getFirst().nodes();
        assertEquals(
                List.of(KindShape.FALLBACK, KindShape.CONDITION, KindShape.SUBTREE, KindShape.ACTION),
                rows.stream().map(NodeRow::shape).toList());
        assertEquals(
                List.of(Standing.RUNNING, Standing.FAILED, Standing.RUNNING, Standing.HALTED),
                rows.stream().map(NodeRow::standing).toList());
        assertEquals(List.of(0, 1, 1, 2), rows.stream().map(NodeRow::depth).toList());
        assertEquals(
                "FindingActive, condition: failed at 2.50 s\nkind=stale",
                rows.get(1).hint());
        assertEquals("hold", rows.get(3).title());
        assertEquals("4 NODES", model.summaryProperty().get());
    }

    @Test
    void valuesAreShownWithTheirSubtreeAndWithoutNoise() {
        model.show(List.of(stand(record(Status.IDLE))));
        assertEquals(
                List.of(
                        new ValueRow("patience", "0.3"),
                        new ValueRow("place", "'dock'"),
                        new ValueRow("Rest · left", "[1;2]")),
                model.trees().getFirst().values());
    }

    @Test
    void theNewestWishGivesTheReason() {
        model.show(List.of(stand(record(Status.RUNNING), wish("slow", "it drags"), wish("hold", "it is silent"))));
        assertEquals("wants hold, slow", model.trees().getFirst().wish());
        assertEquals("it is silent", model.trees().getFirst().reason());
        model.show(List.of(stand(record(Status.RUNNING))));
        assertEquals("wants nothing", model.trees().getFirst().wish());
        assertEquals("", model.trees().getFirst().reason());
    }

    @Test
    void whatIsTheSameIsNotShownAgain() {
        model.show(List.of(stand(record(Status.RUNNING))));
        int[] changes = {0};
        model.trees().addListener((ListChangeListener<TreeCard>) change -> changes[0]++);
        model.show(List.of(stand(record(Status.RUNNING))));
        assertEquals(0, changes[0]);
        TreeCard before = model.trees().getFirst();
        model.show(List.of(stand(record(Status.IDLE))));
        assertEquals(1, changes[0]);
        assertTrue(model.trees().getFirst().sameTree(before), "the same tree stands otherwise");
        assertFalse(before.sameTree(new TreeCard("other", before.nodes(), List.of(), "", "")));
    }

    @Test
    void aTreeThatWasNotTickedSaysSo() {
        model.show(List.of(new TreeStand(PLAN, null, List.of())));
        assertEquals("not ticked yet", model.trees().getFirst().wish());
        model.show(List.of());
        assertTrue(model.trees().isEmpty());
        assertEquals("", model.summaryProperty().get());
    }
}
