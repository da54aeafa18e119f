package io.sigmaprompt.twin.cognition.tree.control;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.tree.board.BoardException;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.Queues;
import io.sigmaprompt.twin.cognition.tree.node.ControlNode;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;

/** Asks its first child once, and then follows the second or the third until it is done. */
final class IfThenElse extends ControlNode {
    private int chosen;

    IfThenElse(NodeSetup setup) {
        super(setup);
    }

    @Override
    protected NodeStatus tick() {
        become(NodeStatus.RUNNING);
        if (chosen == 0) {
            NodeStatus condition = child(0).executeTick();
            if (condition == NodeStatus.RUNNING) {
                return condition;
            }
            if (condition == NodeStatus.SKIPPED) {
                throw new BoardException("its condition was skipped, and it needs to know SUCCESS or FAILURE");
            }
            if (condition == NodeStatus.FAILURE && count() == 2) {
                return condition;
            }
            chosen = condition == NodeStatus.SUCCESS ? 1 : 2;
        }
        NodeStatus answer = child(chosen).executeTick();
        if (answer != NodeStatus.RUNNING) {
            resetChildren();
            chosen = 0;
        }
        return answer;
    }

    @Override
    protected void halt() {
        chosen = 0;
        super.halt();
    }

    @Override
    protected void saveState(CanonicalOutput out, Queues queues) {
        out.putInt(chosen);
    }

    @Override
    protected void restoreState(CanonicalInput in, Queues queues) {
        chosen = in.getInt();
    }
}
