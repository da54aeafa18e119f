package io.sigmaprompt.twin.cognition.tree.control;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.Queues;
import io.sigmaprompt.twin.cognition.tree.node.ControlNode;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.cognition.tree.node.TreeNode;

/**
 * Sequence and Fallback, which differ in what they go on with: one child after another until one gives the other answer.
 * In the asynchronous kind a child that is done at once hands the tick back, so that what stands above can look again.
 */
final class Chain extends ControlNode {
    private final NodeStatus goesOn;
    private final NodeStatus ends;
    private final boolean async;
    private int current;
    private int skipped;

    Chain(NodeSetup setup, NodeStatus goesOn, boolean async) {
        super(setup);
        this.goesOn = goesOn;
        ends = goesOn == NodeStatus.SUCCESS ? NodeStatus.FAILURE : NodeStatus.SUCCESS;
        this.async = async;
    }

    @Override
    protected NodeStatus tick() {
        if (!status().active()) {
            skipped = 0;
        }
        become(NodeStatus.RUNNING);
        while (current < count()) {
            TreeNode child = child(current);
            NodeStatus before = child.status();
            NodeStatus answer = child.executeTick();
            if (answer == NodeStatus.RUNNING) {
                return answer;
            }
            if (answer == ends) {
                resetChildren();
                current = 0;
                return answer;
            }
            current++;
            if (answer == NodeStatus.SKIPPED) {
                skipped++;
            } else if (async && before == NodeStatus.IDLE && current < count()) {
                runtime().wakeUp();
                return NodeStatus.RUNNING;
            }
        }
        boolean all = skipped == count();
        resetChildren();
        current = 0;
        skipped = 0;
        return all ? NodeStatus.SKIPPED : goesOn;
    }

    @Override
    protected void halt() {
        current = 0;
        skipped = 0;
        super.halt();
    }

    @Override
    protected void saveState(CanonicalOutput out, Queues queues) {
        out.putInt(current);
        out.putInt(skipped);
    }

    @Override
    protected void restoreState(CanonicalInput in, Queues queues) {
        current = in.getInt();
        skipped = in.getInt();
    }
}
