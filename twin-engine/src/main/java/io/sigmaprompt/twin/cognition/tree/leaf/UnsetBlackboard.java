package io.sigmaprompt.twin.cognition.tree.leaf;

import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.cognition.tree.node.SyncNode;

/** Removes an entry. */
final class UnsetBlackboard extends SyncNode {
    private final Input key;

    UnsetBlackboard(NodeSetup setup) {
        super(setup);
        key = setup.input("key");
    }

    @Override
    protected NodeStatus tick() {
        setup().board().unset(key.text());
        return NodeStatus.SUCCESS;
    }
}
