package io.sigmaprompt.twin.cognition.tree.control;

import io.sigmaprompt.twin.cognition.tree.board.BoardException;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeRefusal;

/** How many children a parallel waits for. */
final class Thresholds {
    private Thresholds() {}

    /** A threshold below zero counts from all children downwards: -1 is all of them. */
    static int count(int threshold, int children) {
        return threshold < 0 ? Math.max(children + threshold + 1, 0) : threshold;
    }

    /** Refuses, when the tree is read, a number that is written there and can never be reached. */
    static void check(Input input, int children) {
        if (input.key() == null && input.given() && count(input.whole(), children) > children) {
            throw new NodeRefusal(
                    null,
                    0,
                    "a threshold of " + input.whole() + " with " + children + " children can never be reached",
                    "Ask for at most " + children + ", or for -1, which is all of them");
        }
    }

    static void reachable(int threshold, int children, String what) {
        if (threshold > children) {
            throw new BoardException(
                    "with " + children + " children it can never " + what + ", the threshold is " + threshold);
        }
    }
}
