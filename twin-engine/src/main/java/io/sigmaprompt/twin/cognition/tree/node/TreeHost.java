package io.sigmaprompt.twin.cognition.tree.node;

import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.signal.SignalPath;
import io.sigmaprompt.twin.skill.Goal;
import java.util.List;

/** What a tree sees of its robot, and how it acts. Without a robot nothing is known and nothing happens. */
public interface TreeHost {
    /** A tree by itself. */
    TreeHost NONE = new TreeHost() {};

    /** The active findings, oldest first. */
    default List<FindingRecord> findings() {
        return List.of();
    }

    /** The last value of a signal that a node has asked for when it was made; NaN if it is not known. */
    default double signal(SignalPath path) {
        return Double.NaN;
    }

    /** Puts a wish forward; it lasts for this tick. */
    default void propose(String behaviour, double priority, Goal goal, String reason) {}

    /** Tells the operator something. */
    default void alert(boolean warning, String text) {}
}
