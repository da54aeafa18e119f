package io.sigmaprompt.twin.cognition.tree;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.Queues;
import io.sigmaprompt.twin.cognition.tree.node.TreeFault;
import io.sigmaprompt.twin.cognition.tree.node.TreeNode;
import io.sigmaprompt.twin.cognition.tree.node.TreeRuntime;
import java.util.List;

/** A tree that runs in simulated time. Belongs to one thread. */
public final class BehaviorTree implements Restorable {
    /** Visits to nodes that a tick may cost unless its owner says otherwise. */
    public static final int BUDGET = 20_000;

    private final TreeDesign design;
    private final TreeRuntime runtime;
    private final List<Subtree> subtrees;
    private final List<TreeNode> nodes;
    private final NodeLibrary library;

    /**
     * One tree within the tree, with its blackboard.
     *
     * @param path its name with those of the subtrees it stands in; empty for the uppermost
     * @param root the number of its first node
     */
    public record Subtree(String id, String path, Blackboard board, int root) {
        /** What people call it: its path, or the ID of the uppermost. */
        public String title() {
            return path.isEmpty() ? id : path;
        }
    }

    BehaviorTree(
            TreeDesign design, NodeLibrary library, TreeRuntime runtime, List<Subtree> subtrees, List<TreeNode> nodes) {
        this.design = design;
        this.library = library;
        this.runtime = runtime;
        this.subtrees = List.copyOf(subtrees);
        this.nodes = List.copyOf(nodes);
    }

    /**
     * A tree in its first state.
     *
     * @param board the uppermost blackboard, with what is known beforehand
     * @throws io.sigmaprompt.physics.model.BadInputException if the tree cannot be, which its reader has made sure of
     */
    public static BehaviorTree of(TreeDesign design, NodeLibrary library, Blackboard board) {
        return of(design, library, board, DesignFault.AT_ELEMENT);
    }

    /** A tree in its first state, with complaints of one's own. */
    public static BehaviorTree of(TreeDesign design, NodeLibrary library, Blackboard board, DesignFault faults) {
        return new TreeBuilder(design, library, new TreeRuntime(BUDGET), faults).build(board);
    }

    /**
     * Ticks it.
     *
     * @param simNanos session time, never less than before
     * @throws TreeFault if a node cannot go on; the tree is to be halted then
     */
    public NodeStatus tick(long simNanos, Ticking ticking) {
        runtime.begin(simNanos);
        NodeStatus status = root().executeTick();
        while (ticking == Ticking.UNTIL_QUIET && status == NodeStatus.RUNNING && runtime.passAgain()) {
            status = root().executeTick();
        }
        if (status.completed()) {
            root().resetStatus();
        }
        return status;
    }

    /** Ends all that is under way. As in BehaviorTree.CPP every node is told, and those that are idle too. */
    public void halt() {
        root().haltNode();
        for (TreeNode node : nodes) {
            node.haltNode();
        }
        root().resetStatus();
    }

    public TreeNode root() {
        return nodes.getFirst();
    }

    /** All nodes, by their numbers. */
    public List<TreeNode> nodes() {
        return nodes;
    }

    /** Where each node stands now. */
    public List<NodeState> states() {
        return nodes.stream()
                .map(node -> new NodeState(
                        node.setup().uid(), node.setup().path(), node.status(), node.before(), node.changedNanos()))
                .toList();
    }

    /** The uppermost blackboard; live. */
    public Blackboard board() {
        return subtrees.getFirst().board();
    }

    /** The tree and its subtrees in the order they were made; the first is the uppermost. */
    public List<Subtree> subtrees() {
        return subtrees;
    }

    /** The blackboards of all subtrees in the order they were made; the first is the uppermost. */
    public List<Blackboard> boards() {
        return subtrees.stream().map(Subtree::board).toList();
    }

    /** The kinds of node that it could use. */
    public NodeLibrary library() {
        return library;
    }

    public TreeRuntime runtime() {
        return runtime;
    }

    public TreeDesign design() {
        return design;
    }

    @Override
    public void save(CanonicalOutput out) {
        Queues queues = new Queues();
        runtime.save(out);
        for (Subtree subtree : subtrees) {
            subtree.board().save(out, queues);
        }
        for (TreeNode node : nodes) {
            node.save(out, queues);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        Queues queues = new Queues();
        runtime.restore(in);
        for (Subtree subtree : subtrees) {
            subtree.board().restore(in, queues);
        }
        for (TreeNode node : nodes) {
            node.restore(in, queues);
        }
    }
}
