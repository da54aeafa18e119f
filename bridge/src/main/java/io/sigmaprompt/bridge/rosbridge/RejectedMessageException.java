package io.sigmaprompt.bridge.rosbridge;

/** A message from the wire is not what its type or the protocol says; names the field and what was expected. */
public final class RejectedMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String problem;

    public RejectedMessageException(String field, String problem) {
        // a host that sends nothing but nonsense must not cost a stack walk a message
        super(field.isEmpty() ? problem : field + ": " + problem, null, false, false);
        this.field = field;
        this.problem = problem;
    }

    /** Field and problem in one line. */
    public String text() {
        return field.isEmpty() ? problem : field + ": " + problem;
    }

    /** The field, as {@code position[2]}; empty where the whole message is meant. */
    public String field() {
        return field;
    }

    public String problem() {
        return problem;
    }
}
