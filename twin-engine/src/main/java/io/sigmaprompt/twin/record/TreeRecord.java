package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.List;

/**
 * Where the nodes of a mind's behaviour tree stand after a tick, and what its blackboards hold; told when any of the nodes
 * stands otherwise than when it was told last, and ten times a second at most when only a value is another.
 *
 * @param mind the mind
 * @param nodes by their numbers
 * @param boards the blackboards of the tree and its subtrees, the uppermost first
 */
public record TreeRecord(String robot, long simNanos, String mind, List<Node> nodes, List<Board> boards)
        implements OutputRecord {
    /** The state of a node, numbered as in BehaviorTree.CPP and Groot2. */
    public enum Status {
        IDLE,
        RUNNING,
        SUCCESS,
        FAILURE,
        SKIPPED
    }

    /**
     * One node.
     *
     * @param uid its number in the tree, from 1
     * @param path its name with those of the subtrees it stands in
     * @param before what it was before it became idle last, which is what it came to; IDLE if it never was otherwise
     * @param changedNanos when its status changed last, session time
     */
    public record Node(int uid, String path, Status status, Status before, long changedNanos) {}

    /**
     * One blackboard.
     *
     * @param subtree the tree's ID, of a subtree its name with those of the subtrees it stands in
     * @param values its own entries, in the order they were made
     */
    public record Board(String subtree, List<Value> values) {
        public Board {
            values = List.copyOf(values);
        }
    }

    /** What an entry holds. */
    public enum Kind {
        NOTHING,
        WHOLE,
        REAL,
        TEXT,
        LIST
    }

    /**
     * One entry of a blackboard.
     *
     * @param text its value in letters: a number as Java reads it, the items of a list between semicolons
     */
    public record Value(String name, Kind kind, String text) {}

    public TreeRecord {
        nodes = List.copyOf(nodes);
        boards = List.copyOf(boards);
    }

    @Override
    public void encode(CanonicalOutput out) {
        out.putString(robot);
        out.putLong(simNanos);
        out.putString(mind);
        out.putInt(nodes.size());
        for (Node node : nodes) {
            out.putInt(node.uid);
            out.putString(node.path);
            out.putEnum(node.status);
            out.putEnum(node.before);
            out.putLong(node.changedNanos);
        }
        out.putInt(boards.size());
        for (Board board : boards) {
            out.putString(board.subtree);
            out.putInt(board.values.size());
            for (Value value : board.values) {
                out.putString(value.name);
                out.putEnum(value.kind);
                out.putString(value.text);
            }
        }
    }
}
