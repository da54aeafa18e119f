package io.sigmaprompt.twin.cognition.tree.control;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.Queues;
import io.sigmaprompt.twin.cognition.tree.node.ControlNode;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.cognition.tree.node.TreeNode;
import java.util.Arrays;
import java.util.List;

/** Ticks every child until each is done, and fails if too many of them did. */
final class ParallelAll extends ControlNode {
    private final Input maxFailures;
    private boolean[] done = new boolean[0];
    private int failed;

    ParallelAll(NodeSetup setup) {
        super(setup);
        maxFailures = setup.input("max_failures");
    }

    @Override
    public void adopt(List<TreeNode> own) {
        super.adopt(own);
        done = new boolean[own.size()];
        Thresholds.check(maxFailures, own.size());
    }

    @Override
    protected NodeStatus tick() {
        int tolerated = Thresholds.count(maxFailures.whole(), count());
        Thresholds.reachable(tolerated, count(), "fail");
        become(NodeStatus.RUNNING);
        int skipped = 0;
        int complete = 0;
        for (int i = 0; i < count(); i++) {
            if (!done[i]) {
                NodeStatus answer = child(i).executeTick();
                done[i] = answer.completed();
                skipped += answer == NodeStatus.SKIPPED ? 1 : 0;
                failed += answer == NodeStatus.FAILURE ? 1 : 0;
            }
            complete += done[i] ? 1 : 0;
        }
        if (skipped == count()) {
            return NodeStatus.SKIPPED;
        }
        if (skipped + complete < count()) {
            return NodeStatus.RUNNING;
        }
        resetChildren();
        NodeStatus answer = failed >= tolerated ? NodeStatus.FAILURE : NodeStatus.SUCCESS;
        clear();
        return answer;
    }

    private void clear() {
        Arrays.fill(done, false);
        failed = 0;
    }

    @Override
    protected void halt() {
        clear();
        super.halt();
    }

    @Override
    protected void saveState(CanonicalOutput out, Queues queues) {
        for (boolean one : done) {
            out.putBoolean(one);
        }
        out.putInt(failed);
    }

    @Override
    protected void restoreState(CanonicalInput in, Queues queues) {
        for (int i = 0; i < done.length; i++) {
            done[i] = in.getBoolean();
        }
        failed = in.getInt();
    }
}
