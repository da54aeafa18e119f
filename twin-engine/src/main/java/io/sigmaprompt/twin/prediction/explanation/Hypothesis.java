package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.twin.record.ExplanationRecord.Kind;
import java.util.Locale;

/** One thing that might set robot and twin apart, as a small model of the contradictions it would leave. */
abstract class Hypothesis {
    final Kind kind;
    /** Joint or link; empty for the whole robot. */
    final String place;

    private final String key;

    /** How much of the open energy the last fit takes away, in standard deviations squared. */
    double gain;
    /** How many numbers the last fit chose. */
    int parameters;

    double value = Double.NaN;
    double sigma = Double.NaN;

    Hypothesis(Kind kind, String place) {
        this.kind = kind;
        this.place = place;
        key = key(kind, place);
    }

    /** Names kind and place. */
    final String key() {
        return key;
    }

    static String key(Kind kind, String place) {
        return kind + " " + place;
    }

    /** Fits itself to what is open; leaves {@link #gain} at 0 where it has nothing to say. */
    abstract void fit(Evidence evidence);

    /**
     * Takes what it explains away from what is open, by the last fit.
     *
     * @param part Modified. its part of each joint's contradiction between effort and model at the newest sample, N m or N
     */
    abstract void remove(Evidence evidence, double[] part);

    /** What the last fit found is less sure by this factor of its standard deviations. */
    void widen(double factor) {
        sigma *= factor;
    }

    abstract String unit();

    /** What it is, in words, with its numbers. */
    abstract String text();

    static String number(String format, double... numbers) {
        Object[] boxed = new Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            boxed[i] = numbers[i];
        }
        return String.format(Locale.ROOT, format, boxed);
    }
}
