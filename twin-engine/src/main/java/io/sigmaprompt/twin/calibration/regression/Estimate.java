package io.sigmaprompt.twin.calibration.regression;

/**
 * What a regression found. Arrays are live.
 *
 * @param x all unknowns, as {@link Layout} places them
 * @param covariance of x if all residuals of a joint are alike, size x size; zero where nothing was asked
 * @param robustCovariance the same if they hang together in time and across joints and spread unevenly
 * @param priorCovariance the same before the log was seen
 * @param sigma standard deviation of each joint's residual, N m or N
 * @param correlation of how many samples in a row one is worth, per joint
 * @param iterations how often it was reweighted
 */
public record Estimate(
        double[] x,
        double[][] covariance,
        double[][] robustCovariance,
        double[][] priorCovariance,
        double[] sigma,
        double[] correlation,
        int iterations) {
    /**
     * Standard deviation of a linear combination of the unknowns: the greater by both covariances, for the robust one is too
     * small where a log is short (Angrist, Pischke, Mostly Harmless Econometrics, section 8.1).
     */
    public double deviation(double[] combination) {
        return Math.max(deviation(covariance, combination), deviation(robustCovariance, combination));
    }

    /** The same before the log was seen. */
    public double priorDeviation(double[] combination) {
        return deviation(priorCovariance, combination);
    }

    /** Standard deviation of one unknown. */
    public double deviation(int i) {
        return Math.sqrt(Math.max(0, Math.max(covariance[i][i], robustCovariance[i][i])));
    }

    /** The same before the log was seen. */
    public double priorDeviation(int i) {
        return Math.sqrt(Math.max(0, priorCovariance[i][i]));
    }

    private static double deviation(double[][] covariance, double[] c) {
        double sum = 0;
        for (int i = 0; i < c.length; i++) {
            if (c[i] != 0) {
                for (int k = 0; k < c.length; k++) {
                    sum += c[i] * covariance[i][k] * c[k];
                }
            }
        }
        return Math.sqrt(Math.max(0, sum));
    }
}
