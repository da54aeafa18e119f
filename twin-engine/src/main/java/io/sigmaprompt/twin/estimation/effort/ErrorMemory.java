package io.sigmaprompt.twin.estimation.effort;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.Arrays;

/**
 * How errors that follow one another hang together, over several steps: what one repeats of the last, a later one may take
 * back, as errors of an acceleration do whose integral is known. The variance of a mean of such errors is that of
 * independent ones times {@code 1 + 2·Σ w(l)·ρ(l)} with Bartlett's weights (Newey, West, Econometrica 55, 1987).
 */
final class ErrorMemory implements Restorable {
    private static final int LAGS = 12;

    /** No fewer times than independent errors would: what is looked for may be as quick as the errors. */
    private static final double LEAST = 1;

    private static final double MOST = 19;

    private final int n;
    private final double memory;
    /** The last errors in standard deviations, newest first; 0 where there was none. */
    private final double[] past;

    private final double[] correlation = new double[LAGS];

    /**
     * A memory that takes errors to be independent.
     *
     * @param n how many errors a step
     * @param memory steps after which what was learnt counts a third
     */
    ErrorMemory(int n, double memory) {
        this.n = n;
        this.memory = memory;
        past = new double[LAGS * n];
    }

    /** What comes next has nothing to do with what came before; what was learnt stays. */
    void interrupt() {
        Arrays.fill(past, 0);
    }

    /**
     * Takes the next errors.
     *
     * @param error n, in their standard deviations; 0 where there is none
     * @param learn whether they are to be learnt from
     */
    void take(double[] error, boolean learn) {
        double squares = 0;
        for (double e : error) {
            squares += e * e;
        }
        if (learn && squares > 0) {
            for (int l = 0; l < LAGS; l++) {
                double products = 0;
                for (int i = 0; i < n; i++) {
                    products += error[i] * past[l * n + i];
                }
                double ratio = Math.max(-0.9, Math.min(0.9, products / squares));
                correlation[l] += (ratio - correlation[l]) / memory;
            }
        }
        System.arraycopy(past, 0, past, n, (LAGS - 1) * n);
        System.arraycopy(error, 0, past, 0, n);
    }

    /** How many times the variance of a mean of the errors is that of independent ones. */
    double inflation() {
        double sum = 1;
        for (int l = 0; l < LAGS; l++) {
            sum += 2 * (1 - (l + 1.0) / (LAGS + 1)) * correlation[l];
        }
        return Math.max(LEAST, Math.min(MOST, sum));
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(past);
        out.putDoubles(correlation);
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(past);
        in.getDoubles(correlation);
    }
}
