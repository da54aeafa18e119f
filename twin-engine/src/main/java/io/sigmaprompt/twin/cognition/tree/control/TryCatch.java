package io.sigmaprompt.twin.cognition.tree.control;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.Queues;
import io.sigmaprompt.twin.cognition.tree.node.ControlNode;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;

/** A sequence of all children but the last, which tidies up when one of them fails; then the node fails, too. */
final class TryCatch extends ControlNode {
    private final Input catchOnHalt;
    private int current;
    private int skipped;
    private boolean catching;

    TryCatch(NodeSetup setup) {
        super(setup);
        catchOnHalt = setup.input("catch_on_halt");
    }

    private int tries() {
        return count() - 1;
    }

    @Override
    protected NodeStatus tick() {
        if (!status().active()) {
            skipped = 0;
            catching = false;
        }
        become(NodeStatus.RUNNING);
        while (!catching && current < tries()) {
            switch (child(current).executeTick()) {
                case RUNNING -> {
                    return NodeStatus.RUNNING;
                }
                case FAILURE -> {
                    resetChildren();
                    current = 0;
                    catching = true;
                }
                case SKIPPED -> {
                    current++;
                    skipped++;
                }
                default -> current++;
            }
        }
        if (catching) {
            return tidy();
        }
        boolean all = skipped == tries();
        resetChildren();
        current = 0;
        skipped = 0;
        return all ? NodeStatus.SKIPPED : NodeStatus.SUCCESS;
    }

    private NodeStatus tidy() {
        if (child(tries()).executeTick() == NodeStatus.RUNNING) {
            return NodeStatus.RUNNING;
        }
        resetChildren();
        current = 0;
        catching = false;
        return NodeStatus.FAILURE;
    }

    @Override
    protected void halt() {
        if (!catching && status().active() && catchOnHalt.flag()) {
            for (int i = 0; i < tries(); i++) {
                child(i).reset();
            }
            // What does not come to an end within this one tick is halted with the others.
            child(tries()).executeTick();
        }
        current = 0;
        skipped = 0;
        catching = false;
        super.halt();
    }

    @Override
    protected void saveState(CanonicalOutput out, Queues queues) {
        out.putInt(current);
        out.putInt(skipped);
        out.putBoolean(catching);
    }

    @Override
    protected void restoreState(CanonicalInput in, Queues queues) {
        current = in.getInt();
        skipped = in.getInt();
        catching = in.getBoolean();
    }
}
