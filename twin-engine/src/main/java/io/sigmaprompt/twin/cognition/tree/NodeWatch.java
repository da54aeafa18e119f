package io.sigmaprompt.twin.cognition.tree;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.cognition.tree.node.TreeNode;
import java.util.Arrays;
import java.util.List;

/** Notices when the nodes of a tree stand otherwise than at the last look. */
final class NodeWatch implements Restorable {
    private static final int STATUSES = 8;

    private final List<TreeNode> nodes;
    private final byte[] seen;

    NodeWatch(List<TreeNode> nodes) {
        this.nodes = nodes;
        seen = new byte[nodes.size()];
        Arrays.fill(seen, (byte) -1);
    }

    boolean changed() {
        boolean changed = false;
        for (int i = 0; i < seen.length; i++) {
            TreeNode node = nodes.get(i);
            byte now =
                    (byte) (node.status().ordinal() * STATUSES + node.before().ordinal());
            changed |= seen[i] != now;
            seen[i] = now;
        }
        return changed;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putBytes(seen);
    }

    @Override
    public void restore(CanonicalInput in) {
        byte[] saved = in.getBytes();
        System.arraycopy(saved, 0, seen, 0, seen.length);
    }
}
