package io.sigmaprompt.workbench.session;

/** Where a session is in its life. */
public enum Phase {
    /** Read and checked; nothing moves yet. */
    READY,
    RUNNING,
    PAUSED,
    /** It ran to its end, or was ended. */
    ENDED,
    /** Something broke; the snapshot says what. */
    FAILED;

    /** Whether a run holds its robots. */
    public boolean underWay() {
        return this == RUNNING || this == PAUSED;
    }
}
