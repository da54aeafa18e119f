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

/** Ticks every child that is not done, until enough have succeeded or too many failed; thresholds below zero count from the end. */
final class Parallel extends ControlNode {
    private final Input successCount;
    private final Input failureCount;
    private boolean[] done = new boolean[0];
    private int succeeded;
    private int failed;

    Parallel(NodeSetup setup) {
        super(setup);
        successCount = setup.input("success_count");
        failureCount = setup.input("failure_count");
    }

    @Override
    public void adopt(List<TreeNode> own) {
        super.adopt(own);
        done = new boolean[own.size()];
        Thresholds.check(successCount, own.size());
        Thresholds.check(failureCount, own.size());
    }

    @Override
    protected NodeStatus tick() {
        int wanted = successCount.whole();
        int required = Thresholds.count(wanted, count());
        int tolerated = Thresholds.count(failureCount.whole(), count());
        Thresholds.reachable(required, count(), "succeed");
        Thresholds.reachable(tolerated, count(), "fail");
        become(NodeStatus.RUNNING);
        int skipped = 0;
        for (int i = 0; i < count(); i++) {
            if (!done[i]) {
                NodeStatus answer = child(i).executeTick();
                done[i] = answer.completed();
                skipped += answer == NodeStatus.SKIPPED ? 1 : 0;
                succeeded += answer == NodeStatus.SUCCESS ? 1 : 0;
                failed += answer == NodeStatus.FAILURE ? 1 : 0;
            }
            if (succeeded >= required || wanted < 0 && succeeded + skipped >= required) {
                return end(NodeStatus.SUCCESS);
            }
            if (count() - failed < required || failed == tolerated) {
                return end(NodeStatus.FAILURE);
            }
        }
        return skipped == count() ? NodeStatus.SKIPPED : NodeStatus.RUNNING;
    }

    private NodeStatus end(NodeStatus answer) {
        clear();
        resetChildren();
        return answer;
    }

    private void clear() {
        Arrays.fill(done, false);
        succeeded = 0;
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
        out.putInt(succeeded);
        out.putInt(failed);
    }

    @Override
    protected void restoreState(CanonicalInput in, Queues queues) {
        for (int i = 0; i < done.length; i++) {
            done[i] = in.getBoolean();
        }
        succeeded = in.getInt();
        failed = in.getInt();
    }
}
