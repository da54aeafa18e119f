package io.sigmaprompt.headless.bench;

/** A peer cannot be had, or not for this robot; what is measured without it stands. */
public final class PeerException extends Exception {
    private static final long serialVersionUID = 1L;

    public PeerException(String reason) {
        super(reason);
    }

    /** Why. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
