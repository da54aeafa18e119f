package io.sigmaprompt.headless.analysis;

import java.util.Locale;

/** Durations and moments in words. */
public final class Spans {
    private Spans() {}

    /** A duration, as {@code 1 h 55 min}, {@code 2 min 5 s}, {@code 1.5 s} or {@code 8 ms}. */
    public static String words(double seconds) {
        long whole = Math.round(seconds);
        if (whole >= 3600) {
            return whole / 3600 + " h " + (whole % 3600) / 60 + " min";
        }
        if (whole >= 60) {
            return whole / 60 + " min " + whole % 60 + " s";
        }
        return seconds < 1
                ? String.format(Locale.ROOT, "%.3g ms", seconds * 1e3)
                : String.format(Locale.ROOT, "%.3g s", seconds);
    }

    /** A moment since the recording's start, as {@code 1:02:03.4}. */
    public static String clock(long nanos) {
        long tenths = Math.round(nanos / 1e8);
        return String.format(
                Locale.ROOT, "%d:%02d:%02d.%d", tenths / 36_000, tenths / 600 % 60, tenths / 10 % 60, tenths % 10);
    }
}
