package io.sigmaprompt.twin.calibration.regression;

/**
 * Covariance of the sum of a series of vectors that hang together in time, by Bartlett's weights (Newey, West, A simple,
 * positive semi-definite, heteroskedasticity and autocorrelation consistent covariance matrix, Econometrica 55(3), 1987)
 * over as many lags as the series asks for (Andrews, Heteroskedasticity and autocorrelation consistent covariance matrix
 * estimation, Econometrica 59(3), 1991, equations 5.3, 6.2 and 6.4). Bartlett's weights are those of the sums of all
 * blocks of neighbours, so that its cost does not grow with the lags.
 */
final class LongRunCovariance {
    /** Stronger persistence than this cannot be told from a trend (Andrews, Monahan, Econometrica 60(4), 1992). */
    private static final double MOST_PERSISTENCE = 0.97;

    /** Longer blocks than this share of the series leave too few of them to tell a spread. */
    private static final double LONGEST = 0.1;

    private LongRunCovariance() {}

    /**
     * The covariance.
     *
     * @param series one vector a sample, in the order of time, of mean zero
     * @return size x size, positive semi-definite
     */
    static double[][] of(double[][] series) {
        int size = series[0].length;
        int block = block(series);
        double[][] covariance = new double[size][size];
        double[] sum = new double[size];
        for (int end = 0; end < series.length + block - 1; end++) {
            if (end < series.length) {
                add(sum, series[end], 1);
            }
            if (end >= block) {
                add(sum, series[end - block], -1);
            }
            for (int i = 0; i < size; i++) {
                double share = sum[i] / block;
                for (int k = 0; share != 0 && k <= i; k++) {
                    covariance[i][k] += share * sum[k];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                covariance[k][i] = covariance[i][k];
            }
        }
        return covariance;
    }

    private static void add(double[] sum, double[] vector, double factor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * vector[i];
        }
    }

    /** Neighbours that a block holds: Andrews' plug-in bandwidth from a first-order autoregression of each entry. */
    static int block(double[][] series) {
        double above = 0;
        double below = 0;
        for (int i = 0; i < series[0].length; i++) {
            double square = 0;
            double product = 0;
            for (int t = 0; t < series.length; t++) {
                square += series[t][i] * series[t][i];
                product += t == 0 ? 0 : series[t][i] * series[t - 1][i];
            }
            if (square > 0) {
                // All entries weigh alike, whatever their unit.
                double r = Math.max(-MOST_PERSISTENCE, Math.min(MOST_PERSISTENCE, product / square));
                double innovation = (1 - r * r) * (1 - r * r);
                double fourth = (1 - r) * (1 - r) * (1 - r) * (1 - r);
                above += 4 * r * r * innovation / (fourth * (1 - r) * (1 - r) * (1 + r) * (1 + r));
                below += innovation / fourth;
            }
        }
        double alpha = below > 0 ? above / below : 0;
        double bandwidth = 1.1447 * StrictMath.cbrt(alpha * series.length);
        return (int) Math.ceil(Math.max(1, Math.min(bandwidth, LONGEST * series.length)));
    }
}
