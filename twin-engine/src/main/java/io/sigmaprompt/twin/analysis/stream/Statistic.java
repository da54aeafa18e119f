package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.FindingRecord;

/**
 * A number that is small while a signal is as usual and large where it is not. What it means is its own affair;
 * {@link TailProbability} makes it comparable. It never looks ahead, keeps a bounded past, and allocates nothing.
 */
public interface Statistic extends Restorable {
    /**
     * Looks at the next sample.
     *
     * @param nanos the sample's time, later than the one before
     * @param value the sample, a number
     * @param motion what is known of the thing that the signal measures
     * @return at least 0; NaN as long as there is nothing to tell
     */
    double next(long nanos, double value, Motion motion);

    /** What is found where it is large. */
    FindingRecord.Kind kind();

    /** Its name in lower case, as {@code hampel}. */
    String name();

    /** Its unit, as {@code σ}; that of the signal where it is empty. */
    String unit();

    /** Below this it is never a finding, however rare it is. */
    double least();

    /** Beyond this it is a finding, however usual it is; infinite where only rarity counts. */
    default double limit() {
        return Double.POSITIVE_INFINITY;
    }

    /** How much of a value's worth of news each sample is. */
    default double weight() {
        return 1;
    }

    /** Its parameters, as {@code window 64}. */
    String parameters();

    /** What comes next belongs to the phase of this number, counted from 0; what is normal there is its own. */
    default void enter(int phase) {
        // Most have no normal of their own.
    }

    /**
     * What it has learnt to be normal in a phase, as numbers that mean something to it alone.
     *
     * @return nothing where it has no normal of its own
     */
    default double[] normal(int phase) {
        return new double[0];
    }

    /** Starts a phase from what another of its kind has learnt. */
    default void startFrom(int phase, double[] normal) {
        // Most have no normal of their own.
    }

    /** Forgets the samples before a break in time, but not what is normal. */
    void interrupt();
}
