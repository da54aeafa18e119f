package io.sigmaprompt.workbench.app;

/** Which of a twin's bodies is drawn as the ghost. */
enum GhostChoice {
    /** The prediction; where there is none, the shadow twin. */
    AUTOMATIC,
    SHADOW,
    NONE;

    GhostChoice next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
