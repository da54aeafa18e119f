package io.sigmaprompt.twin.cognition.tree.control;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.Queues;
import io.sigmaprompt.twin.cognition.tree.node.ControlNode;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.cognition.tree.node.TreeNode;

/** A sequence that remembers, after a failure and even after being halted, which children are done. */
final class SequenceWithMemory extends ControlNode {
    private int current;
    private int skipped;

    SequenceWithMemory(NodeSetup setup) {
        super(setup);
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
            if (answer == NodeStatus.FAILURE) {
                for (int i = current; i < count(); i++) {
                    child(i).reset();
                }
                return answer;
            }
            current++;
            if (answer == NodeStatus.SKIPPED) {
                skipped++;
            } else if (before == NodeStatus.IDLE && current < count()) {
                runtime().wakeUp();
                return NodeStatus.RUNNING;
            }
        }
        boolean all = skipped == count();
        resetChildren();
        current = 0;
        skipped = 0;
        return all ? NodeStatus.SKIPPED : NodeStatus.SUCCESS;
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
