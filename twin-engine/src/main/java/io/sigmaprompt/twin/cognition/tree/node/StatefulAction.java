package io.sigmaprompt.twin.cognition.tree.node;

import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;

/** An action that takes several ticks: started, asked again while it runs, halted once if it is not let finish. */
public abstract class StatefulAction extends TreeNode {
    protected StatefulAction(NodeSetup setup) {
        super(setup);
    }

    /** The first tick; RUNNING if there is more to do. */
    protected abstract NodeStatus onStart();

    /** Each further tick. */
    protected abstract NodeStatus onRunning();

    /** It is stopped while it runs. */
    protected abstract void onHalted();

    @Override
    protected final NodeStatus tick() {
        return switch (status()) {
            case IDLE -> onStart();
            case RUNNING -> onRunning();
            default -> status();
        };
    }

    @Override
    protected final void halt() {
        if (status() == NodeStatus.RUNNING) {
            onHalted();
        }
        resetStatus();
    }
}
