package io.sigmaprompt.twin.cognition.tree.board;

/** A value is missing, or cannot be what it is asked to be. The node that asked adds its own name. */
public final class BoardException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BoardException(String message) {
        super(message);
    }
}
