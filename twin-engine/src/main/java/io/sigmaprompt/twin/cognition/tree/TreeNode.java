package io.sigmaprompt.twin.cognition.tree;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.List;

/** A node of a running behaviour tree. */
abstract class TreeNode implements Restorable {
    /** One tick; true is SUCCESS, false is FAILURE (no node of ours takes more than a tick). */
    abstract boolean tick(Blackboard board);

    static TreeNode of(TreeSpec spec) {
        return switch (spec) {
            case TreeSpec.Sequence s -> new Composite(Composite.Policy.SEQUENCE, all(s.children()));
            case TreeSpec.Fallback s -> new Composite(Composite.Policy.FALLBACK, all(s.children()));
            case TreeSpec.Parallel s -> new Composite(Composite.Policy.PARALLEL, all(s.children()));
            case TreeSpec.Inverter s -> new Inverter(of(s.child()));
            case TreeSpec.FindingActive s -> new FindingCondition(s);
            case TreeSpec.Propose s -> new ProposeAction(s);
        };
    }

    private static List<TreeNode> all(List<TreeSpec> specs) {
        return specs.stream().map(TreeNode::of).toList();
    }

    /** A node with children, all ticked in order. */
    private static final class Composite extends TreeNode {
        private enum Policy {
            SEQUENCE,
            FALLBACK,
            PARALLEL
        }

        private final Policy policy;
        private final List<TreeNode> children;

        Composite(Policy policy, List<TreeNode> children) {
            this.policy = policy;
            this.children = children;
        }

        @Override
        boolean tick(Blackboard board) {
            boolean any = false;
            String before = board.reason();
            for (TreeNode child : children) {
                if (policy != Policy.SEQUENCE) {
                    board.restoreReason(before);
                }
                boolean success = child.tick(board);
                any |= success;
                if (policy == Policy.SEQUENCE && !success || policy == Policy.FALLBACK && success) {
                    return success;
                }
            }
            return policy == Policy.SEQUENCE || any;
        }

        @Override
        public void save(CanonicalOutput out) {
            for (TreeNode child : children) {
                child.save(out);
            }
        }

        @Override
        public void restore(CanonicalInput in) {
            for (TreeNode child : children) {
                child.restore(in);
            }
        }
    }

    private static final class Inverter extends TreeNode {
        private final TreeNode child;

        Inverter(TreeNode child) {
            this.child = child;
        }

        @Override
        boolean tick(Blackboard board) {
            return !child.tick(board);
        }

        @Override
        public void save(CanonicalOutput out) {
            child.save(out);
        }

        @Override
        public void restore(CanonicalInput in) {
            child.restore(in);
        }
    }

    private static final class ProposeAction extends TreeNode {
        private final TreeSpec.Propose wish;

        ProposeAction(TreeSpec.Propose wish) {
            this.wish = wish;
        }

        @Override
        boolean tick(Blackboard board) {
            board.propose(wish);
            return true;
        }

        @Override
        public void save(CanonicalOutput out) {
            // A proposal is made anew each tick.
        }

        @Override
        public void restore(CanonicalInput in) {
            // A proposal is made anew each tick.
        }
    }
}
