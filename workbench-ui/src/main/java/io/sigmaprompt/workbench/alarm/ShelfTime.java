package io.sigmaprompt.workbench.alarm;

/** How long an alarm can be shelved from the list. */
enum ShelfTime {
    SHORT("5 min", 5),
    MIDDLE("30 min", 30),
    SHIFT("8 h", 480);

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final String label;
    private final long minutes;

    ShelfTime(String label, long minutes) {
        this.label = label;
        this.minutes = minutes;
    }

    String label() {
        return label;
    }

    long nanos() {
        return minutes * MINUTE_NANOS;
    }
}
