package io.sigmaprompt.twin.cognition.tree.node;

/** A tree cannot go on: a value was missing or of the wrong type, or the tick cost more than its budget. */
public final class TreeFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String problem;

    public TreeFault(String path, String problem) {
        super("node '" + path + "': " + problem);
        this.path = path;
        this.problem = problem;
    }

    /** The node's path. */
    public String path() {
        return path;
    }

    public String problem() {
        return problem;
    }
}
