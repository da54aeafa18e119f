package io.sigmaprompt.twin.cognition.tree.leaf;

import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.cognition.tree.node.SyncNode;

/** AlwaysSuccess and AlwaysFailure. */
final class Always extends SyncNode {
    private final NodeStatus answer;

    Always(NodeSetup setup, NodeStatus answer) {
        super(setup);
        this.answer = answer;
    }

    @Override
    protected NodeStatus tick() {
        return answer;
    }
}
