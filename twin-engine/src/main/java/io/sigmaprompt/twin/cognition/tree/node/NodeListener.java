package io.sigmaprompt.twin.cognition.tree.node;

import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;

/** Hears of every change of a node's status, as it happens. */
@FunctionalInterface
public interface NodeListener {
    void changed(long simNanos, TreeNode node, NodeStatus before, NodeStatus after);
}
