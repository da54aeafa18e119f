package io.sigmaprompt.twin.cognition.tree;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.node.TreeNode;
import java.util.Arrays;
import java.util.List;

/**
 * Notices when the nodes of a tree stand otherwise than at the last look, and when its blackboards hold something else;
 * values that change with every tick are seen ten times a second.
 */
final class TreeWatch implements Restorable {
    private static final int STATUSES = 8;
    private static final long VALUES_NANOS = 100_000_000;

    private final List<TreeNode> nodes;
    private final List<Blackboard> boards;
    private final byte[] seen;
    private long stamp;
    private long toldNanos;

    TreeWatch(BehaviorTree tree) {
        nodes = tree.nodes();
        boards = tree.boards();
        seen = new byte[nodes.size()];
        Arrays.fill(seen, (byte) -1);
    }

    boolean changed(long simNanos) {
        boolean changed = false;
        for (int i = 0; i < seen.length; i++) {
            TreeNode node = nodes.get(i);
            byte now =
                    (byte) (node.status().ordinal() * STATUSES + node.before().ordinal());
            changed |= seen[i] != now;
            seen[i] = now;
        }
        long written = stamp();
        if (!changed && (written == stamp || simNanos - toldNanos < VALUES_NANOS)) {
            return false;
        }
        stamp = written;
        toldNanos = simNanos;
        return true;
    }

    private long stamp() {
        long all = 0;
        for (int i = 0; i < boards.size(); i++) {
            all = all * 31 + boards.get(i).stamp();
        }
        return all;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putBytes(seen);
        out.putLong(stamp);
        out.putLong(toldNanos);
    }

    @Override
    public void restore(CanonicalInput in) {
        byte[] saved = in.getBytes();
        System.arraycopy(saved, 0, seen, 0, seen.length);
        stamp = in.getLong();
        toldNanos = in.getLong();
    }
}
