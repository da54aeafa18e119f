package io.sigmaprompt.twin.cognition.tree.decorator;

import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.node.DecoratorNode;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;

/** Inverter, ForceSuccess and ForceFailure: what a child comes to is turned into something else. */
final class Outcome extends DecoratorNode {
    private final NodeStatus ofSuccess;
    private final NodeStatus ofFailure;

    Outcome(NodeSetup setup, NodeStatus ofSuccess, NodeStatus ofFailure) {
        super(setup);
        this.ofSuccess = ofSuccess;
        this.ofFailure = ofFailure;
    }

    @Override
    protected NodeStatus tick() {
        become(NodeStatus.RUNNING);
        NodeStatus answer = child().executeTick();
        if (!answer.completed()) {
            return answer;
        }
        child().reset();
        return answer == NodeStatus.SUCCESS ? ofSuccess : ofFailure;
    }
}
