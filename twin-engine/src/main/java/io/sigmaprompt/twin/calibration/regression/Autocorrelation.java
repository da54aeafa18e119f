package io.sigmaprompt.twin.calibration.regression;

/** How far a signal's values hang together. */
final class Autocorrelation {
    private Autocorrelation() {}

    /**
     * The integrated autocorrelation time: of how many values in a row one is worth, {@code 1 + 2 Σ rho_k}, summed as long
     * as sums of neighbouring pairs stay positive (Geyer, Practical Markov chain Monte Carlo, Statistical Science 7(4),
     * 1992, section 3.3).
     *
     * @return at least 1
     */
    static double time(double[] x) {
        int n = x.length;
        double mean = 0;
        for (double value : x) {
            mean += value / n;
        }
        double variance = covariance(x, mean, 0);
        if (!(variance > 0)) {
            return 1;
        }
        double sum = -1;
        for (int k = 0; k + 1 < n / 2; k += 2) {
            double pair = (covariance(x, mean, k) + covariance(x, mean, k + 1)) / variance;
            if (pair <= 0) {
                break;
            }
            sum += 2 * pair;
        }
        return Math.max(1, sum);
    }

    private static double covariance(double[] x, double mean, int lag) {
        double sum = 0;
        for (int i = 0; i + lag < x.length; i++) {
            sum += (x[i] - mean) * (x[i + lag] - mean);
        }
        return sum / x.length;
    }
}
