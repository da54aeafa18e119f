package io.sigmaprompt.twin.cognition.tree.decorator;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.Queues;
import io.sigmaprompt.twin.cognition.tree.node.DecoratorNode;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;

/** Ticks its child until it is done once; after that it is skipped, or says again what the child said. */
final class RunOnce extends DecoratorNode {
    private final Input thenSkip;
    private NodeStatus said = NodeStatus.IDLE;

    RunOnce(NodeSetup setup) {
        super(setup);
        thenSkip = setup.input("then_skip");
    }

    @Override
    protected NodeStatus tick() {
        if (said != NodeStatus.IDLE) {
            return thenSkip.flag() ? NodeStatus.SKIPPED : said;
        }
        become(NodeStatus.RUNNING);
        NodeStatus answer = child().executeTick();
        if (answer.completed()) {
            said = answer;
            child().reset();
        }
        return answer;
    }

    @Override
    protected void saveState(CanonicalOutput out, Queues queues) {
        out.putEnum(said);
    }

    @Override
    protected void restoreState(CanonicalInput in, Queues queues) {
        said = NodeStatus.of(in.getByte());
    }
}
