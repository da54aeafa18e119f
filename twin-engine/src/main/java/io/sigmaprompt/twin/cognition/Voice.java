package io.sigmaprompt.twin.cognition;

/** How a mind speaks. */
@FunctionalInterface
public interface Voice {
    /** Hands over a wish that it has now. */
    void propose(Proposal wish);

    /** Tells the operator something; a warning or a piece of news. */
    default void tell(boolean warning, String text) {}
}
