package io.sigmaprompt.twin.cognition.tree.node;

import org.jspecify.annotations.Nullable;

/** A node cannot be made from what the tree says. Whoever reads the tree adds the place. */
public final class NodeRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String attribute;
    private final int offset;
    private final String remedy;

    /**
     * A refusal.
     *
     * @param attribute the attribute at fault, or null for the element
     * @param offset characters into the attribute's value
     */
    public NodeRefusal(@Nullable String attribute, int offset, String problem, String remedy) {
        super(problem);
        this.attribute = attribute;
        this.offset = offset;
        this.remedy = remedy;
    }

    public @Nullable String attribute() {
        return attribute;
    }

    public int offset() {
        return offset;
    }

    public String remedy() {
        return remedy;
    }
}
