package io.sigmaprompt.twin.calibration.regression;

/**
 * How far a robust estimate may be from the truth where residuals hang together in time and across joints and spread
 * unevenly: {@code H⁻¹ (P + S) H⁻¹}, with P the prior's information, S the long-run covariance of what samples pull at the
 * estimate with, and H the curvature. Only samples inside of Huber's bound bend, for beyond it the pull stays the same
 * (Huber, Ronchetti, Robust Statistics, 2nd edition, section 7.6; White, Econometrica 48(4), 1980).
 */
final class Sandwich {
    private final double[][] curved;
    private final double[][] robust;

    /**
     * Computes both.
     *
     * @param sums of the rows and samples that taught x
     * @param prior what was believed
     * @param trust what rows weigh where their residuals are small
     * @param weight the same by Huber's function of their residuals
     * @param freedom what overfitting hides of residuals: factor to their spread
     */
    Sandwich(
            WeightedSums sums,
            Prior prior,
            boolean[] fixed,
            double[] x,
            double[] trust,
            double[] weight,
            double freedom) {
        double[] inside = weight.clone();
        for (int r = 0; r < inside.length; r++) {
            inside[r] = weight[r] < trust[r] ? 0 : trust[r];
        }
        int n = x.length;
        double[][] belief = prior.information();
        double[][] curvature = new double[n][n];
        sums.accumulate(inside, curvature, new double[n]);
        add(curvature, belief, 1);
        curved = PhysicalLeastSquares.covariance(curvature, fixed);
        double[][] pulls = sums.pulls(x, weight);
        if (pulls.length == 0) {
            robust = curved;
            return;
        }
        add(belief, LongRunCovariance.of(pulls), freedom * freedom);
        robust = times(curved, times(belief, curved));
    }

    /** The covariance if all residuals of a joint were alike, and hung together alike. */
    double[][] curved() {
        return curved;
    }

    /** The covariance whatever they are. */
    double[][] robust() {
        return robust;
    }

    private static void add(double[][] to, double[][] what, double factor) {
        for (int i = 0; i < to.length; i++) {
            for (int k = 0; k < to.length; k++) {
                to[i][k] += factor * what[i][k];
            }
        }
    }

    private static double[][] times(double[][] left, double[][] right) {
        int n = left.length;
        double[][] product = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double factor = left[i][j];
                for (int k = 0; factor != 0 && k < n; k++) {
                    product[i][k] += factor * right[j][k];
                }
            }
        }
        return product;
    }
}
