package io.sigmaprompt.workbench.alarm;

import java.util.function.Predicate;

/** Which alarms the list shows. */
public enum AlarmFilter {
    /** Those that stand, or that nobody has seen; a group's as one. */
    OPEN(
            "Open",
            row -> !row.state().silenced() && !row.member(),
            "No alarms.",
            "Alarms that are raised wait here to be acknowledged."),
    /** Those that nobody is told of for now. */
    SILENCED(
            "Silenced",
            row -> row.state().silenced(),
            "Nothing is silenced.",
            "Shelved alarms wait here until their time is over; suppressed ones until their reason is gone."),
    /** All, a group's one by one. */
    ALL("All", row -> true, "No alarms.", "Every alarm that is not normal is listed here, and the members of groups.");

    private final String label;
    private final Predicate<AlarmRow> shown;
    private final String nothing;
    private final String how;

    AlarmFilter(String label, Predicate<AlarmRow> shown, String nothing, String how) {
        this.label = label;
        this.shown = shown;
        this.nothing = nothing;
        this.how = how;
    }

    String label() {
        return label;
    }

    boolean shows(AlarmRow row) {
        return shown.test(row);
    }

    String nothing() {
        return nothing;
    }

    String how() {
        return how;
    }
}
