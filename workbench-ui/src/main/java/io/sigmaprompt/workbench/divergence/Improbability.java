package io.sigmaprompt.workbench.divergence;

/** How improbable something is, as the normal deviate that is exceeded, on either side, as seldom. */
final class Improbability {
    /** So many terms of the continued fraction are taken: at 1 they leave an error below 1e-12. */
    private static final int DEPTH = 400;

    private static final int MOST_STEPS = 60;
    private static final double CLOSE = 1e-10;

    private Improbability() {}

    /**
     * The deviate for a chi-square number with two degrees of freedom, whose tail is exp(-x/2).
     *
     * @param x 0 or more; NaN stays NaN
     * @return standard deviations, 0 or more
     */
    static double ofChiSquareTwo(double x) {
        if (Double.isNaN(x) || x <= 0 || Double.isInfinite(x)) {
            return x <= 0 ? 0 : x;
        }
        double wanted = -x / 2;
        // The tail of a normal deviate, both sides, is below exp(-z²/2): the answer is at most sqrt(x).
        double low = 0;
        double high = Math.sqrt(x);
        double z = high;
        for (int i = 0; i < MOST_STEPS && high - low > CLOSE * high; i++) {
            double mills = mills(z);
            double off = Math.log(Math.sqrt(2 / Math.PI) * mills) - z * z / 2 - wanted;
            if (off > 0) {
                low = z;
            } else {
                high = z;
            }
            // The logarithm of the tail falls by the inverse of Mills' ratio.
            double next = z + off * mills;
            z = next > low && next < high ? next : (low + high) / 2;
        }
        return z;
    }

    /** Tail by density of the normal distribution at z: 1/(z + 1/(z + 2/(z + 3/(z + …)))) (Laplace). */
    private static double mills(double z) {
        if (z < 1) {
            return tailByDensity(z);
        }
        double fraction = z;
        for (int k = DEPTH; k >= 1; k--) {
            fraction = z + k / fraction;
        }
        return 1 / fraction;
    }

    /** The same below 1, where the series of the distribution function converges quickly (Marsaglia, 2004). */
    private static double tailByDensity(double z) {
        double term = z;
        double sum = z;
        for (int k = 3; Math.abs(term) > 1e-17; k += 2) {
            term *= z * z / k;
            sum += term;
        }
        return Math.sqrt(Math.PI / 2) * Math.exp(z * z / 2) - sum;
    }
}
