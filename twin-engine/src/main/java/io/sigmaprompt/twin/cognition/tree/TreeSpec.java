package io.sigmaprompt.twin.cognition.tree;

import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.skill.Goal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A behaviour tree as it is written; the node kinds are those of BehaviorTree.CPP. */
public sealed interface TreeSpec {
    /** Succeeds when all children do, in order. */
    record Sequence(List<TreeSpec> children) implements TreeSpec {
        public Sequence {
            children = List.copyOf(children);
        }
    }

    /** Succeeds with the first child that does. */
    record Fallback(List<TreeSpec> children) implements TreeSpec {
        public Fallback {
            children = List.copyOf(children);
        }
    }

    /** Ticks every child, in order; succeeds when any does (a success_count of 1 in BehaviorTree.CPP). */
    record Parallel(List<TreeSpec> children) implements TreeSpec {
        public Parallel {
            children = List.copyOf(children);
        }
    }

    /** Succeeds when its child fails. */
    record Inverter(TreeSpec child) implements TreeSpec {}

    /**
     * Whether a finding is active.
     *
     * @param kind its kind, or null for any
     * @param joint its joint, or null for any
     * @param holdNanos stays true so long after the finding has gone
     */
    record FindingActive(
            FindingRecord.@Nullable Kind kind, @Nullable String joint, long holdNanos) implements TreeSpec {}

    /** Puts a wish forward and succeeds. */
    record Propose(String behaviour, double priority, Goal goal) implements TreeSpec {}
}
