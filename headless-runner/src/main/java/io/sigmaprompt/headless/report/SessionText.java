package io.sigmaprompt.headless.report;

import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.scenarios.run.Verdict;
import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.record.ExplanationRecord;
import java.util.Locale;

/** How session times, numbers and faults are written for people. */
public final class SessionText {
    private static final double NANOS_PER_SECOND = 1e9;

    private SessionText() {}

    /** Session time as minutes, seconds and milliseconds: {@code 00:12.304}. */
    public static String time(long nanos) {
        long millis = nanos / 1_000_000;
        return String.format(Locale.ROOT, "%02d:%02d.%03d", millis / 60_000, millis / 1000 % 60, millis % 1000);
    }

    /** The same of seconds; a dash where there is no moment. */
    public static String time(double seconds) {
        return Double.isNaN(seconds) ? "–" : time(Math.round(seconds * NANOS_PER_SECOND));
    }

    /** A number with four significant digits and no more zeros than needed; a dash for NaN. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (value == 0 || Double.isInfinite(value)) {
            return value == 0 ? "0" : value > 0 ? "∞" : "-∞";
        }
        double magnitude = Math.abs(value);
        if (magnitude >= 1e6 || magnitude < 1e-4) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        int decimals = Math.max(0, 3 - (int) Math.floor(Math.log10(magnitude)));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    /** A number with a fixed count of decimals, so that a column of them lines up. */
    public static String fixed(double value, int decimals) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** How session time went against the clock on the wall, as {@code 12× real time}. */
    public static String pace(double simSeconds, double wallSeconds) {
        double pace = simSeconds / Math.max(wallSeconds, 1e-9);
        return fixed(pace, pace < 10 ? 2 : 0) + "× real time";
    }

    /** The verdict's word; a run of which nothing was expected is only done. */
    public static String verdict(RunResult result) {
        return result.verdict() == Verdict.PASSED && result.expectations().isEmpty()
                ? "DONE"
                : result.verdict().name();
    }

    /** A fault in words, as {@code friction ×3 at elbow_joint}. */
    public static String fault(Fault fault) {
        String where = fault.joint().isEmpty() ? "" : " at " + fault.joint();
        String what =
                switch (fault.kind()) {
                    case FRICTION -> "friction ×" + number(fault.magnitude());
                    case EFFORT_LIMIT -> "effort limit ×" + number(fault.magnitude());
                    case TELEMETRY_GAP -> "telemetry gap";
                };
        String span =
                fault.durationNanos() == 0 ? "" : " for " + number(fault.durationNanos() / NANOS_PER_SECOND) + " s";
        return what + where + span;
    }

    /** What sets a robot apart from its twin most likely, as {@code sensor fault elbow}; nothing where nothing does. */
    public static String cause(ExplanationRecord explanation) {
        if (explanation.causes().isEmpty()) {
            return "";
        }
        ExplanationRecord.Cause first = explanation.causes().getFirst();
        return words(first.kind()) + (first.joint().isEmpty() ? "" : " " + first.joint());
    }

    /** A constant's name in lower-case words. */
    public static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A score from 0 to 1, whose nines are what matters, as {@code 0.9998}; what is as good as 1 has a plus. */
    public static String score(double score) {
        return score > 0.9999995 && score < 1 ? "0.999999+" : fixed(score, score > 0.999 ? 6 : 3);
    }
}
