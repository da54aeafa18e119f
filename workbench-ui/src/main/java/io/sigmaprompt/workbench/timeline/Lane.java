package io.sigmaprompt.workbench.timeline;

import java.util.Locale;

/** The rows of the timeline, from above. */
public enum Lane {
    MODE,
    FINDINGS,
    DECISIONS,
    ALARMS,
    FAULTS,
    OPERATOR;

    /** As it stands at the row's left. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
