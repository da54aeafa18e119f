package io.sigmaprompt.twin.cognition.tree.node;

import java.util.List;

/** A node of several children. */
public abstract class ControlNode extends TreeNode {
    private List<TreeNode> children = List.of();

    protected ControlNode(NodeSetup setup) {
        super(setup);
    }

    @Override
    public final List<TreeNode> children() {
        return children;
    }

    @Override
    public void adopt(List<TreeNode> own) {
        children = List.copyOf(own);
        own.forEach(each -> each.below(this));
    }

    protected final TreeNode child(int index) {
        return children.get(index);
    }

    protected final int count() {
        return children.size();
    }

    @Override
    protected void halt() {
        resetChildren();
        resetStatus();
    }

    /** Halts the children that run, and makes all of them idle. */
    protected final void resetChildren() {
        for (int i = 0; i < children.size(); i++) {
            children.get(i).reset();
        }
    }
}
