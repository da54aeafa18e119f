package io.sigmaprompt.twin.cognition.tree;

/** How far one tick goes. */
public enum Ticking {
    /** The root is ticked once more as long as a node asks for it: {@code tickOnce()} of BehaviorTree.CPP. */
    UNTIL_QUIET,
    /** The root is ticked once: {@code tickExactlyOnce()}. */
    EXACTLY_ONCE
}
