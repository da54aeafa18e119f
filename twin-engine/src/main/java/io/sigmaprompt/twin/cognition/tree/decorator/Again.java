package io.sigmaprompt.twin.cognition.tree.decorator;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.Queues;
import io.sigmaprompt.twin.cognition.tree.node.DecoratorNode;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;

/**
 * Repeat and RetryUntilSuccessful: ticks its child anew while it gives one answer, a number of times or, for -1, for
 * ever. A child that is done at once hands the tick back between two rounds.
 */
final class Again extends DecoratorNode {
    private final NodeStatus repeats;
    private final boolean rereads;
    private final Input limit;
    private int rounds;

    Again(NodeSetup setup, NodeStatus repeats, String port) {
        super(setup);
        this.repeats = repeats;
        rereads = repeats == NodeStatus.FAILURE;
        limit = setup.input(port);
    }

    @Override
    protected NodeStatus tick() {
        int most = limit.whole();
        become(NodeStatus.RUNNING);
        while (rounds < most || most == -1) {
            NodeStatus before = child().status();
            NodeStatus answer = child().executeTick();
            if (answer == NodeStatus.RUNNING) {
                return answer;
            }
            child().reset();
            if (answer == NodeStatus.SKIPPED) {
                return answer;
            }
            if (answer != repeats) {
                rounds = 0;
                return answer;
            }
            rounds++;
            most = rereads ? limit.whole() : most;
            if (before == NodeStatus.IDLE && (rounds < most || most == -1)) {
                runtime().wakeUp();
                return NodeStatus.RUNNING;
            }
        }
        rounds = 0;
        return repeats;
    }

    @Override
    protected void halt() {
        rounds = 0;
        super.halt();
    }

    @Override
    protected void saveState(CanonicalOutput out, Queues queues) {
        out.putInt(rounds);
    }

    @Override
    protected void restoreState(CanonicalInput in, Queues queues) {
        rounds = in.getInt();
    }
}
