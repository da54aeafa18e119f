package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.List;

/**
 * Where the nodes of a mind's behaviour tree stand after a tick; told when any of them stands otherwise than when it was
 * told last.
 *
 * @param mind the mind
 * @param nodes by their numbers
 */
public record TreeRecord(String robot, long simNanos, String mind, List<Node> nodes) implements OutputRecord {
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

    public TreeRecord {
        nodes = List.copyOf(nodes);
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
    }
}
