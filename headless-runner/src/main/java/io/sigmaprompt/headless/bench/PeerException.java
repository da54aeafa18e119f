package io.sigmaprompt.headless.bench;

/** A peer cannot be had, or not for this robot; what is measured without it stands. */
final class PeerException extends Exception {
    private static final long serialVersionUID = 1L;

    PeerException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
