package io.sigmaprompt.workbench.mind;

import io.sigmaprompt.twin.record.ProposalRecord;
import io.sigmaprompt.twin.record.TreeRecord;
import io.sigmaprompt.workbench.session.TreePlan;
import io.sigmaprompt.workbench.session.TreeStand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The robot's behaviour trees, or none. JavaFX thread. */
public final class MindViewModel {
    private final ObservableList<TreeCard> trees = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    /** Shows how trees stand. */
    public void show(List<TreeStand> stands) {
        List<TreeCard> cards = stands.stream().map(MindViewModel::card).toList();
        if (!cards.equals(trees)) {
            trees.setAll(cards);
        }
        int nodes = cards.stream().mapToInt(card -> card.nodes().size()).sum();
        summary.set(nodes == 0 ? "" : nodes + (nodes == 1 ? " NODE" : " NODES"));
    }

    public ObservableList<TreeCard> trees() {
        return trees;
    }

    /** How many nodes there are; empty without a tree. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    private static TreeCard card(TreeStand stand) {
        TreeRecord latest = stand.latest();
        List<NodeRow> rows = new ArrayList<>();
        for (int i = 0; i < stand.plan().nodes().size(); i++) {
            TreeRecord.Node told = latest == null || i >= latest.nodes().size()
                    ? null
                    : latest.nodes().get(i);
            rows.add(row(stand.plan().nodes().get(i), told));
        }
        ProposalRecord wish = stand.wishes().isEmpty() ? null : stand.wishes().getLast();
        return new TreeCard(
                stand.plan().mind(),
                rows,
                latest == null ? List.of() : values(latest),
                latest == null ? "not ticked yet" : wish == null ? "wants nothing" : "wants " + wishes(stand.wishes()),
                wish == null ? "" : wish.rationale());
    }

    private static String wishes(List<ProposalRecord> wishes) {
        List<String> names =
                wishes.reversed().stream().map(ProposalRecord::behaviour).toList();
        return String.join(", ", names);
    }

    private static NodeRow row(TreePlan.Node node, TreeRecord.@Nullable Node told) {
        Standing standing = told == null ? Standing.UNTOUCHED : Standing.of(told);
        String since = told == null || standing == Standing.UNTOUCHED
                ? ""
                : String.format(Locale.ROOT, " at %.2f s", told.changedNanos() * 1e-9);
        return new NodeRow(
                node.depth(),
                KindShape.of(node.kind(), node.id()),
                node.name().isEmpty() ? node.id() : node.name(),
                node.says(),
                standing,
                told != null && told.status() == TreeRecord.Status.RUNNING,
                node.id() + ", " + KindShape.of(node.kind(), node.id()).words() + ": " + standing.words() + since
                        + (node.says().isEmpty() ? "" : "\n" + node.says()));
    }

    private static List<ValueRow> values(TreeRecord record) {
        List<ValueRow> values = new ArrayList<>();
        for (int i = 0; i < record.boards().size(); i++) {
            TreeRecord.Board board = record.boards().get(i);
            String prefix = i == 0 ? "" : board.subtree() + " · ";
            board.values().forEach(value -> values.add(new ValueRow(prefix + value.name(), shown(value))));
        }
        return values;
    }

    private static String shown(TreeRecord.Value value) {
        return switch (value.kind()) {
            case NOTHING -> "–";
            case WHOLE -> value.text();
            case REAL -> number(Double.parseDouble(value.text()));
            case TEXT -> "'" + value.text() + "'";
            case LIST -> "[" + value.text() + "]";
        };
    }

    /** A real number in at most six digits. */
    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.6g", value);
        return text.contains(".") && !text.contains("e")
                ? text.replaceAll("0+$", "").replaceAll("\\.$", ".0")
                : text;
    }
}
