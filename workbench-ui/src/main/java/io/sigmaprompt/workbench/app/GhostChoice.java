package io.sigmaprompt.workbench.app;

/** Which of a twin's bodies is drawn as the ghost. */
enum GhostChoice {
    /** In SHADOW the shadow twin, else the prediction; where that one is missing, the other. */
    AUTOMATIC,
    SHADOW,
    NONE;

    GhostChoice next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
