package io.sigmaprompt.bridge.notification;

/** A notification did not arrive. */
final class UndeliveredException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean worthRepeating;

    /**
     * @param message what happened; holds no secret
     * @param worthRepeating whether another attempt may do better
     */
    UndeliveredException(String message, boolean worthRepeating) {
        super(message);
        this.worthRepeating = worthRepeating;
    }

    boolean worthRepeating() {
        return worthRepeating;
    }
}
