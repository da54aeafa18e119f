package io.sigmaprompt.twin.cognition.tree.robot;

import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.cognition.tree.node.SyncNode;

/** Succeeds if a number of the session lies within bounds. */
final class CheckSignal extends SyncNode {
    private final Bounds bounds;

    CheckSignal(NodeSetup setup, RobotContext robot) {
        super(setup);
        bounds = new Bounds(setup, robot);
    }

    @Override
    protected NodeStatus tick() {
        if (!bounds.hold()) {
            return NodeStatus.FAILURE;
        }
        runtime().because(this, bounds.words());
        return NodeStatus.SUCCESS;
    }
}
