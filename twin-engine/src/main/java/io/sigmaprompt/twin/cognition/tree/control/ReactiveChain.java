package io.sigmaprompt.twin.cognition.tree.control;

import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.node.ControlNode;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;

/** ReactiveSequence and ReactiveFallback: at each tick from the first child on; a child that runs ends all others. */
final class ReactiveChain extends ControlNode {
    private final NodeStatus goesOn;
    private final NodeStatus ends;

    ReactiveChain(NodeSetup setup, NodeStatus goesOn) {
        super(setup);
        this.goesOn = goesOn;
        ends = goesOn == NodeStatus.SUCCESS ? NodeStatus.FAILURE : NodeStatus.SUCCESS;
    }

    @Override
    protected NodeStatus tick() {
        become(NodeStatus.RUNNING);
        boolean all = true;
        for (int i = 0; i < count(); i++) {
            NodeStatus answer = child(i).executeTick();
            all &= answer == NodeStatus.SKIPPED;
            if (answer == NodeStatus.RUNNING) {
                endOthers(i);
                return answer;
            }
            if (answer == ends) {
                resetChildren();
                return answer;
            }
            if (answer == NodeStatus.SKIPPED) {
                child(i).reset();
            }
        }
        resetChildren();
        return all ? NodeStatus.SKIPPED : goesOn;
    }

    private void endOthers(int running) {
        for (int i = 0; i < count(); i++) {
            if (i != running) {
                child(i).reset();
            }
        }
    }
}
