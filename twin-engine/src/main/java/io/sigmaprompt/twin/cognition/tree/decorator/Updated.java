package io.sigmaprompt.twin.cognition.tree.decorator;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.tree.board.Entry;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.Queues;
import io.sigmaprompt.twin.cognition.tree.node.DecoratorNode;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;

/**
 * SkipUnlessUpdated and WaitValueUpdate: ticks its child when an entry was written since it last looked, and until the
 * child is done.
 */
final class Updated extends DecoratorNode {
    private final NodeStatus otherwise;
    private final String key;
    private long seen;
    private boolean executing;

    Updated(NodeSetup setup, NodeStatus otherwise) {
        super(setup);
        this.otherwise = otherwise;
        Input entry = setup.input("entry");
        String pointed = entry.key();
        key = pointed == null ? entry.text() : pointed;
    }

    @Override
    protected NodeStatus tick() {
        if (!executing) {
            Entry entry = setup().board().entry(key);
            if (entry == null || entry.writes() == seen) {
                return otherwise;
            }
            seen = entry.writes();
        }
        NodeStatus answer = child().executeTick();
        executing = answer == NodeStatus.RUNNING;
        return answer;
    }

    @Override
    protected void halt() {
        executing = false;
        super.halt();
    }

    @Override
    protected void saveState(CanonicalOutput out, Queues queues) {
        out.putLong(seen);
        out.putBoolean(executing);
    }

    @Override
    protected void restoreState(CanonicalInput in, Queues queues) {
        seen = in.getLong();
        executing = in.getBoolean();
    }
}
