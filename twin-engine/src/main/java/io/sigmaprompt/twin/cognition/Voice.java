package io.sigmaprompt.twin.cognition;

import io.sigmaprompt.twin.record.TreeRecord;
import java.util.List;

/** How a mind speaks. */
@FunctionalInterface
public interface Voice {
    /** Hands over a wish that it has now. */
    void propose(Proposal wish);

    /** Shows where the nodes of its behaviour tree stand, and what its blackboards hold. */
    default void show(List<TreeRecord.Node> nodes, List<TreeRecord.Board> boards) {}

    /** Tells the operator something; a warning or a piece of news. */
    default void tell(boolean warning, String text) {}
}
