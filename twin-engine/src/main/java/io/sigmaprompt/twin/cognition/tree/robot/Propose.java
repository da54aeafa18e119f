package io.sigmaprompt.twin.cognition.tree.robot;

import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.cognition.tree.node.SyncNode;

/** Puts a wish forward for this tick, and succeeds. */
final class Propose extends SyncNode {
    private final Wish wish;

    Propose(NodeSetup setup, RobotContext robot) {
        super(setup);
        wish = new Wish(setup, robot);
    }

    @Override
    protected NodeStatus tick() {
        wish.propose(runtime().reason(this));
        return NodeStatus.SUCCESS;
    }
}
