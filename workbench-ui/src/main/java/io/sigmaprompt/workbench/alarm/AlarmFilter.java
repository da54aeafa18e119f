package io.sigmaprompt.workbench.alarm;

/** Which alarms the list shows. */
public enum AlarmFilter {
    /** Those that stand, or that nobody has seen; a group's as one. */
    OPEN("Open", "No open alarms.", "Alarms that are raised wait here to be acknowledged."),
    /** Those that nobody is told of for now. */
    SILENCED(
            "Silenced",
            "Nothing is silenced.",
            "Shelved alarms wait here until their time is over; suppressed ones until their reason is gone."),
    /** All, a group's one by one. */
    ALL("All", "No alarms.", "Every alarm that is not normal is listed here, and the members of groups.");

    private final String label;
    private final String nothing;
    private final String how;

    AlarmFilter(String label, String nothing, String how) {
        this.label = label;
        this.nothing = nothing;
        this.how = how;
    }

    String label() {
        return label;
    }

    boolean shows(AlarmRow row) {
        return switch (this) {
            case OPEN -> !row.state().silenced() && !row.member();
            case SILENCED -> row.state().silenced();
            case ALL -> true;
        };
    }

    /** What to say where it shows none. */
    String nothing() {
        return nothing;
    }

    String how() {
        return how;
    }
}
