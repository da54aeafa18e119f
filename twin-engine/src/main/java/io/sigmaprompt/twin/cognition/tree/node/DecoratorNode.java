package io.sigmaprompt.twin.cognition.tree.node;

import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A node of one child. */
public abstract class DecoratorNode extends TreeNode {
    private @Nullable TreeNode child;
    private List<TreeNode> children = List.of();

    protected DecoratorNode(NodeSetup setup) {
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
        child = own.getFirst();
    }

    protected final TreeNode child() {
        return Objects.requireNonNull(child);
    }

    @Override
    public final NodeStatus executeTick() {
        NodeStatus result = super.executeTick();
        if (child().status().completed()) {
            child().resetStatus();
        }
        return result;
    }

    @Override
    protected void halt() {
        child().reset();
        resetStatus();
    }
}
