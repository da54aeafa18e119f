package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.Restorable;

/**
 * Looks at one signal, sample by sample, with no look-ahead. What it keeps is bounded, and looking allocates nothing.
 */
public interface SignalDetector extends Restorable {
    /**
     * Looks at the next sample.
     *
     * @param nanos the sample's time, never before the one before
     * @param value the sample; NaN where it is missing
     * @return how unusual it is, from 0, usual, to 1, never seen; NaN as long as that cannot be said
     */
    double score(long nanos, double value);

    /** Its name in lower case, as {@code hampel}. */
    String name();

    /** Its parameters, as {@code window 300, threshold 6 σ}. */
    String parameters();
}
