package io.sigmaprompt.twin.calibration.regression;

import java.util.Arrays;

/**
 * Iteratively reweighted least squares: joints weigh by the spread of their residuals, samples by Huber's function
 * (Huber, Ronchetti, Robust Statistics, 2nd edition, section 7.8), and the whole by how many of the samples are
 * independent, for filtered residuals hang together over many of them. Where a joint sticks, friction that may be anything
 * is counted as noise.
 */
public final class RobustRegression {
    private static final int MOST_ITERATIONS = 30;
    private static final double HUBER = 1.345;
    private static final double SETTLED = 1e-5;

    /** Share of sticking below which the first solution learns from a row. */
    private static final double SURELY_MOVES = 0.05;

    /** Of how many Coulomb frictions friction is unsure while a joint sticks. */
    private static final double STUCK = 1;

    /** Trust from which a row tells of the noise. */
    private static final double TRUSTED = 0.5;

    /** From the median of absolute values to the standard deviation of a normal distribution. */
    private static final double NORMAL = 1.4826;

    private final Rows rows;
    private final Prior prior;
    private final Layout layout;
    private final boolean[] fixed;
    private final boolean[] moves;

    /**
     * A regression.
     *
     * @param spread how far bodies may be from the model's, relative
     * @param mean the model's inertial parameters, and what joints' numbers are expected at
     * @param deviation how far joints' numbers may be from there
     * @param fixed what is not asked
     */
    public RobustRegression(
            Rows rows, Layout layout, double spread, double[] mean, double[] deviation, boolean[] fixed) {
        this.rows = rows;
        this.layout = layout;
        this.fixed = fixed.clone();
        moves = new boolean[rows.joints()];
        for (int j = 0; j < moves.length; j++) {
            moves[j] = !fixed[layout.index(Unknown.COULOMB, j)];
        }
        prior = new Prior(layout.bodies(), spread, mean, deviation, this.fixed);
    }

    /** Solves over the samples of a part. */
    public Estimate solve(boolean[] part) {
        int m = rows.joints();
        int n = layout.size();
        PhysicalLeastSquares solver = new PhysicalLeastSquares(prior, layout.nonNegative());
        double[] x = prior.mean().clone();
        double[] trust = new double[rows.row().length];
        for (int r = 0; r < trust.length; r++) {
            trust[r] = stuck(r) < SURELY_MOVES ? 1 : 0;
        }
        double[] weight = trust.clone();
        double[] sigma = rows.rms(x, part, false);
        double[] correlation = new double[m];
        Arrays.fill(correlation, 1);
        double[][] a = new double[n][n];
        double[] b = new double[n];
        int iterations = 0;
        for (boolean settled = false; iterations < MOST_ITERATIONS && !settled; iterations++) {
            for (double[] line : a) {
                Arrays.fill(line, 0);
            }
            Arrays.fill(b, 0);
            new WeightedSums(rows, part, sigma, correlation).accumulate(weight, a, b);
            double[] next = solver.solve(a, b, x);
            settled = settled(x, next, a);
            x = next;
            double freedom = freedom(a, part, correlation);
            for (int j = 0; j < m; j++) {
                double[] residual = residual(x, part, j, trust);
                if (residual.length == 0) {
                    continue;
                }
                double spread = NORMAL * medianOfAbsolute(residual);
                // Never below what floating point and rounding of logs can carry.
                sigma[j] = Math.max(spread, 1e-9) * freedom;
                correlation[j] = Autocorrelation.time(residual);
                reweigh(x, part, j, sigma[j], trust, weight);
            }
        }
        Sandwich sandwich = new Sandwich(
                new WeightedSums(rows, part, sigma, correlation),
                prior,
                fixed,
                x,
                trust,
                weight,
                freedom(a, part, correlation));
        return new Estimate(
                x,
                sandwich.curved(),
                sandwich.robust(),
                PhysicalLeastSquares.covariance(prior.information(), fixed),
                sigma,
                correlation,
                iterations);
    }

    /** What overfitting hides of the noise: the square root of samples over samples minus parameters told. */
    private double freedom(double[][] a, boolean[] part, double[] correlation) {
        double[][] information = prior.information();
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < a.length; k++) {
                information[i][k] += a[i][k];
            }
        }
        double[][] covariance = PhysicalLeastSquares.covariance(information, fixed);
        double told = 0;
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < a.length; k++) {
                told += a[i][k] * covariance[k][i];
            }
        }
        int samples = 0;
        for (boolean each : part) {
            samples += each ? 1 : 0;
        }
        double independent = 0;
        for (double time : correlation) {
            independent += samples / time;
        }
        return Math.sqrt(independent / Math.max(0.25 * independent, independent - told));
    }

    /** How much sticking a row holds; a joint that never moves shows the others' weight all the same. */
    private double stuck(int r) {
        return moves[r % rows.joints()] ? rows.stuck()[r] : 0;
    }

    private double[] residual(double[] x, boolean[] part, int j, double[] trust) {
        double[] residual = new double[rows.samples()];
        int count = 0;
        for (int s = 0; s < rows.samples(); s++) {
            int r = rows.joints() * s + j;
            if (part[s] && trust[r] > TRUSTED) {
                residual[count++] = rows.target()[r] - rows.predict(r, x);
            }
        }
        return Arrays.copyOf(residual, count);
    }

    /** Friction at rest may be anything up to its Coulomb value: so much the noise of a row grows by the share of sticking. */
    private void reweigh(double[] x, boolean[] part, int j, double sigma, double[] trust, double[] weight) {
        double friction = x[layout.index(Unknown.COULOMB, j)];
        for (int s = 0; s < rows.samples(); s++) {
            if (part[s]) {
                int r = rows.joints() * s + j;
                double unknown = STUCK * stuck(r) * friction / sigma;
                trust[r] = 1 / (1 + unknown * unknown);
                double size = Math.abs(rows.target()[r] - rows.predict(r, x)) / sigma * Math.sqrt(trust[r]);
                weight[r] = size <= HUBER ? trust[r] : trust[r] * HUBER / size;
            }
        }
    }

    private static double medianOfAbsolute(double[] values) {
        double[] sorted = new double[values.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = Math.abs(values[i]);
        }
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Whether the step is small against what the data can tell. */
    private static boolean settled(double[] x, double[] next, double[][] a) {
        double change = 0;
        double whole = 0;
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < x.length; k++) {
                change += (next[i] - x[i]) * a[i][k] * (next[k] - x[k]);
                whole += next[i] * a[i][k] * next[k];
            }
        }
        return change <= SETTLED * SETTLED * whole;
    }
}
