package io.sigmaprompt.twin.prediction.explanation;

/**
 * How much less sure a fit is than its weights say. Weights know the noise of single samples; what a fit leaves open where
 * it explains may be larger, and hang together in time, as the errors of a model that is not the robot's do. The variance
 * of its numbers grows by the mean square of what is left (Birge, The calculation of errors by the method of least squares,
 * Physical Review 40, 1932) and by (1 + r) / (1 - r), r what is left correlated with the sample before it, the factor of a
 * first-order autoregressive error (Bartlett, Some aspects of the time-correlation problem, JRSS 98, 1935).
 */
final class Misfit {
    private Misfit() {}

    /**
     * The factor of the standard deviation, 1 or more: that of each joint's channel, weighed by how much of the explained
     * energy lies there.
     *
     * @param taken what the fit took from what is open, in the order of {@link Evidence#open}
     */
    static double of(Evidence e, double[] taken) {
        double gains = 0;
        double variance = 0;
        for (int c = 0; c < Evidence.CHANNELS; c++) {
            for (int i = 0; i < e.n; i++) {
                double gain = 0;
                double left = 0;
                double product = 0;
                double before = 0;
                int told = 0;
                for (int k = 0; k < e.count; k++) {
                    int at = e.at(k, c, i);
                    double took = taken[at] * e.weight[at];
                    if (took == 0) {
                        continue;
                    }
                    double z = e.open[at] * e.weight[at];
                    gain += took * took;
                    left += z * z;
                    product += z * before;
                    before = z;
                    told++;
                }
                if (gain > 0) {
                    gains += gain;
                    variance += gain * factor(left, product, told);
                }
            }
        }
        return gains > 0 ? Math.sqrt(variance / gains) : 1;
    }

    private static double factor(double left, double product, int told) {
        if (!(left > 0)) {
            return 1;
        }
        double most = (told - 1.0) / (told + 1.0);
        double r = Math.max(0, Math.min(most, product / left));
        return Math.max(1, left / told) * (1 + r) / (1 - r);
    }
}
