package io.sigmaprompt.twin.cognition.tree.decorator;

import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.node.DecoratorNode;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;

/** Ticks its child anew at each tick until it fails. */
final class KeepRunningUntilFailure extends DecoratorNode {
    KeepRunningUntilFailure(NodeSetup setup) {
        super(setup);
    }

    @Override
    protected NodeStatus tick() {
        become(NodeStatus.RUNNING);
        NodeStatus answer = child().executeTick();
        if (answer.completed()) {
            child().reset();
        }
        return answer == NodeStatus.FAILURE ? answer : NodeStatus.RUNNING;
    }
}
