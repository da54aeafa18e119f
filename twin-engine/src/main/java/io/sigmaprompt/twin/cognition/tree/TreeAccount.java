package io.sigmaprompt.twin.cognition.tree;

import io.sigmaprompt.twin.cognition.tree.board.Cell;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.record.TreeRecord;
import java.util.ArrayList;
import java.util.List;

/** What a record says of a running tree. */
public final class TreeAccount {
    private TreeAccount() {}

    /** How a tree stands now. */
    public static TreeRecord of(String robot, long simNanos, String mind, BehaviorTree tree) {
        return new TreeRecord(robot, simNanos, mind, nodes(tree), boards(tree));
    }

    static List<TreeRecord.Node> nodes(BehaviorTree tree) {
        return tree.nodes().stream()
                .map(node -> new TreeRecord.Node(
                        node.setup().uid(),
                        node.setup().path(),
                        told(node.status()),
                        told(node.before()),
                        node.changedNanos()))
                .toList();
    }

    static List<TreeRecord.Board> boards(BehaviorTree tree) {
        List<TreeRecord.Board> boards = new ArrayList<>();
        for (BehaviorTree.Subtree subtree : tree.subtrees()) {
            List<TreeRecord.Value> values = new ArrayList<>();
            subtree.board().entries().forEach((name, entry) -> values.add(value(name, entry.value())));
            boards.add(new TreeRecord.Board(subtree.title(), values));
        }
        return boards;
    }

    private static TreeRecord.Value value(String name, Cell cell) {
        if (cell.isEmpty()) {
            return new TreeRecord.Value(name, TreeRecord.Kind.NOTHING, "");
        }
        if (cell.isText()) {
            return new TreeRecord.Value(name, TreeRecord.Kind.TEXT, cell.castText());
        }
        if (cell.isReal()) {
            return new TreeRecord.Value(name, TreeRecord.Kind.REAL, Double.toString(cell.castDouble()));
        }
        if (cell.isNumber()) {
            return new TreeRecord.Value(name, TreeRecord.Kind.WHOLE, Long.toString(cell.castLong()));
        }
        return new TreeRecord.Value(
                name, TreeRecord.Kind.LIST, cell.castList(cell.type()).toString());
    }

    private static TreeRecord.Status told(NodeStatus status) {
        return switch (status) {
            case IDLE -> TreeRecord.Status.IDLE;
            case RUNNING -> TreeRecord.Status.RUNNING;
            case SUCCESS -> TreeRecord.Status.SUCCESS;
            case FAILURE -> TreeRecord.Status.FAILURE;
            case SKIPPED -> TreeRecord.Status.SKIPPED;
        };
    }
}
