package io.sigmaprompt.twin.maintenance.advice;

import java.util.Locale;

/** How times of operation are written for people. */
public final class Hours {
    private Hours() {}

    /** Hours in words, as {@code 12.4 min}. */
    public static String words(double hours) {
        if (Double.isInfinite(hours)) {
            return "any time";
        }
        if (hours < 0.05) {
            return String.format(Locale.ROOT, "%.0f s", hours * 3600);
        }
        return hours < 3
                ? String.format(Locale.ROOT, "%.1f min", hours * 60)
                : String.format(Locale.ROOT, hours < 100 ? "%.1f h" : "%.0f h", hours);
    }
}
