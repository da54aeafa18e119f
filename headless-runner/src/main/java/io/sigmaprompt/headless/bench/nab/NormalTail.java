package io.sigmaprompt.headless.bench.nab;

/** The probability that a standard normal variable is greater than a number. */
final class NormalTail {
    /** Below it the series converges faster, above it the continued fraction (Abramowitz, Stegun 26.2.11 and 26.2.14). */
    private static final double SWITCH = 2.5;

    private static final int TERMS = 100;

    private NormalTail() {}

    /** P(Z &gt; z), for z from 0. */
    static double beyond(double z) {
        double density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
        if (z < SWITCH) {
            double term = z;
            double sum = z;
            for (int i = 1; i < TERMS; i++) {
                term *= z * z / (2 * i + 1);
                sum += term;
            }
            return 0.5 - density * sum;
        }
        double fraction = z;
        for (int i = TERMS; i > 0; i--) {
            fraction = z + i / fraction;
        }
        return density / fraction;
    }
}
