package io.sigmaprompt.twin.cognition.tree.control;

import io.sigmaprompt.twin.cognition.tree.board.BoardException;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.node.ControlNode;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;

/** Asks its first child at each tick, and ticks the second while it succeeds, the third while it fails. */
final class WhileDoElse extends ControlNode {
    WhileDoElse(NodeSetup setup) {
        super(setup);
    }

    @Override
    protected NodeStatus tick() {
        become(NodeStatus.RUNNING);
        NodeStatus condition = child(0).executeTick();
        if (condition == NodeStatus.RUNNING) {
            return condition;
        }
        if (condition == NodeStatus.SKIPPED) {
            throw new BoardException("its condition was skipped, and it needs to know SUCCESS or FAILURE");
        }
        NodeStatus answer = follow(condition == NodeStatus.SUCCESS ? 1 : 2);
        if (answer != NodeStatus.RUNNING) {
            resetChildren();
        }
        return answer;
    }

    private NodeStatus follow(int branch) {
        if (count() == 3) {
            child(3 - branch).reset();
        } else if (branch == 2) {
            return NodeStatus.FAILURE;
        }
        return child(branch).executeTick();
    }
}
