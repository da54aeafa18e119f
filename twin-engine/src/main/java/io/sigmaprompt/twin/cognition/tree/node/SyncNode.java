package io.sigmaprompt.twin.cognition.tree.node;

/** A node without children that is done within a tick. */
public abstract class SyncNode extends TreeNode {
    protected SyncNode(NodeSetup setup) {
        super(setup);
    }

    @Override
    protected final void halt() {
        resetStatus();
    }
}
