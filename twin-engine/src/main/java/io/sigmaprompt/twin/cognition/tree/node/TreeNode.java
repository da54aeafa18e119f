package io.sigmaprompt.twin.cognition.tree.node;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.tree.board.BoardException;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.Queues;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a running tree. What a tick does around {@link #tick} is that of BehaviorTree.CPP: conditions first, then the
 * node, then scripts; a skipped node keeps the status it had. Belongs to one thread.
 */
public abstract class TreeNode {
    private static final NodeStatus[] STATUSES = NodeStatus.values();

    private final NodeSetup setup;
    private final NodeScripts scripts;
    private NodeStatus status = NodeStatus.IDLE;
    private NodeStatus before = NodeStatus.IDLE;
    private long changedNanos;
    private @Nullable TreeNode parent;

    protected TreeNode(NodeSetup setup) {
        this.setup = setup;
        scripts = new NodeScripts(setup);
    }

    /** What the node does. */
    protected abstract NodeStatus tick();

    /** Ends what is under way; the node and all below it are idle after. */
    protected abstract void halt();

    /** One tick with all that belongs to it. */
    public NodeStatus executeTick() {
        setup.runtime().visit(this);
        try {
            NodeStatus given = scripts.any() ? instead() : null;
            NodeStatus result = given == null ? tick() : given;
            if (result.completed() && scripts.any()) {
                scripts.after(result);
            }
            if (result != NodeStatus.SKIPPED) {
                become(result);
            }
            return result;
        } catch (BoardException e) {
            throw new TreeFault(setup.path(), String.valueOf(e.getMessage()));
        }
    }

    private @Nullable NodeStatus instead() {
        if (status == NodeStatus.IDLE || status == NodeStatus.SKIPPED) {
            return scripts.beforeFirst();
        }
        if (status == NodeStatus.RUNNING && scripts.ends()) {
            haltNode();
            return NodeStatus.SKIPPED;
        }
        return null;
    }

    /** Halts it, and runs what is to run then. */
    public final void haltNode() {
        halt();
        try {
            scripts.run(Condition.ON_HALTED);
        } catch (BoardException e) {
            throw new TreeFault(setup.path(), String.valueOf(e.getMessage()));
        }
    }

    /** Halts it if it runs, and makes it idle. */
    public final void reset() {
        if (status == NodeStatus.RUNNING) {
            haltNode();
        }
        resetStatus();
    }

    /** Makes it idle. */
    public final void resetStatus() {
        become(NodeStatus.IDLE);
    }

    /** Changes its status, and tells who listens. */
    protected final void become(NodeStatus next) {
        NodeStatus last = status;
        if (last != next) {
            status = next;
            before = next == NodeStatus.IDLE ? last : before;
            changedNanos = setup.runtime().now();
            setup.runtime().tell(this, last, next);
        }
    }

    public final NodeStatus status() {
        return status;
    }

    /** What it was before it became idle last. */
    public final NodeStatus before() {
        return before;
    }

    /** When its status changed last, nanoseconds of the session. */
    public final long changedNanos() {
        return changedNanos;
    }

    public final NodeSetup setup() {
        return setup;
    }

    protected final TreeRuntime runtime() {
        return setup.runtime();
    }

    /** What is below it. */
    public List<TreeNode> children() {
        return List.of();
    }

    /** The node above it, also that of a tree around its own; null for the root. */
    public final @Nullable TreeNode parent() {
        return parent;
    }

    final void below(TreeNode above) {
        parent = above;
    }

    /** Gives it its children, once. */
    public void adopt(List<TreeNode> children) {
        if (!children.isEmpty()) {
            throw new IllegalStateException(setup.path() + " takes no children");
        }
    }

    /** Writes the state of this node, without its children's. */
    public final void save(CanonicalOutput out, Queues queues) {
        out.putEnum(status);
        out.putEnum(before);
        out.putLong(changedNanos);
        saveState(out, queues);
    }

    /** Reads what {@link #save} wrote. */
    public final void restore(CanonicalInput in, Queues queues) {
        status = in.getEnum(STATUSES);
        before = in.getEnum(STATUSES);
        changedNanos = in.getLong();
        restoreState(in, queues);
    }

    /** Writes what the kind of node remembers from tick to tick. */
    protected void saveState(CanonicalOutput out, Queues queues) {
        // Most nodes remember nothing but their status.
    }

    /** Reads what {@link #saveState} wrote. */
    protected void restoreState(CanonicalInput in, Queues queues) {
        // Most nodes remember nothing but their status.
    }
}
