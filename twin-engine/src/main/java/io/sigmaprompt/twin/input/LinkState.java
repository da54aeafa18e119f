package io.sigmaprompt.twin.input;

/** Whether a robot's wire is there. */
public enum LinkState {
    CONNECTING,
    CONNECTED,
    /** Lost, and being tried again. */
    LOST,
    /** A recording has been read to its end. */
    ENDED
}
