package io.sigmaprompt.twin.maintenance.health;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.Arrays;

/**
 * Linear regression that goes on: recursive least squares in information form with exponential forgetting (Ljung, System
 * Identification, 2nd ed., section 11.2), a weak prior, and deviations that allow for errors which hang together from look
 * to look (the effective number of looks of a first-order process, n (1 - r)/(1 + r)). Allocates nothing once made.
 */
final class EvidenceRegression implements Restorable {
    /** So many looks more than unknowns must be there before errors say anything. */
    private static final int SETTLING = 6;

    /** An error is taken for no more than so many deviations where it is asked whether errors hang together. */
    private static final double CLIP = 4;

    /** Share of what was seen that is taken for noise as long as nothing is known of it. */
    private static final double UNSETTLED = 1e-6;

    /** Nothing that is measured here is larger. */
    private static final double BELIEVABLE = 1e9;

    private final int n;
    private final double forgetting;
    private final double resolution;
    private final double[] prior;
    private final double[] priorPrecision;

    /** n x n, row-major. */
    private final double[] information;

    private final double[] moment;
    private double looks;
    private double power;
    private double squares;
    private double products;
    private double lastError;
    private double noise;

    private final double[] solution;
    private final double[] covariance;
    private final double[] factor;
    private final double[] column;

    /**
     * A regression that has seen nothing.
     *
     * @param memory how many looks are remembered
     * @param prior n values believed beforehand
     * @param deviation how far these may be wrong, n positive numbers
     * @param resolution standard deviation of an error that is never believed to be smaller
     */
    EvidenceRegression(double memory, double[] prior, double[] deviation, double resolution) {
        this.resolution = resolution;
        n = prior.length;
        forgetting = 1 - 1 / memory;
        this.prior = prior.clone();
        priorPrecision = new double[n];
        for (int i = 0; i < n; i++) {
            priorPrecision[i] = 1 / (deviation[i] * deviation[i]);
        }
        information = new double[n * n];
        moment = new double[n];
        solution = prior.clone();
        covariance = new double[n * n];
        factor = new double[n * n];
        column = new double[n];
        solve();
    }

    /** Takes a look: n features and what was seen with them; what no sensor measures is passed over. */
    void add(double[] x, double y) {
        boolean believable = Math.abs(y) < BELIEVABLE;
        double error = y;
        for (int i = 0; i < n; i++) {
            believable &= Math.abs(x[i]) < BELIEVABLE;
            error -= x[i] * solution[i];
        }
        if (!believable) {
            return;
        }
        if (settled()) {
            double most = CLIP * Math.sqrt(noise);
            error = Math.clamp(error, -most, most);
            squares = forgetting * squares + error * error;
            products = forgetting * products + error * lastError;
            lastError = error;
        }
        looks = forgetting * looks + 1;
        power = forgetting * power + y * y;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                information[n * i + j] = forgetting * information[n * i + j] + x[i] * x[j];
            }
            moment[i] = forgetting * moment[i] + x[i] * y;
        }
        solve();
    }

    private boolean settled() {
        return looks >= n + SETTLING;
    }

    double value(int i) {
        return solution[i];
    }

    double deviation(int i) {
        return Math.sqrt(covariance[n * i + i]);
    }

    double covariance(int i, int j) {
        return covariance[n * i + j];
    }

    /** Number of looks that would say as much if they did not hang together. */
    double evidence() {
        return settled() ? looks / inflation() : 0;
    }

    /** Mean squared error of the fit. */
    double noise() {
        return noise;
    }

    private double inflation() {
        double r = squares == 0 ? 0 : Math.clamp(products / squares, 0, 0.98);
        return (1 + r) / (1 - r);
    }

    private void solve() {
        double floor = UNSETTLED * power / Math.max(looks, 1);
        double scale = settled() ? Math.max(noise * inflation(), UNSETTLED * floor) : floor;
        scale = Math.max(scale, resolution * resolution);
        for (int i = 0; i < n * n; i++) {
            factor[i] = information[i] / scale;
        }
        for (int i = 0; i < n; i++) {
            factor[n * i + i] += priorPrecision[i];
        }
        decompose();
        for (int j = 0; j < n; j++) {
            Arrays.fill(column, 0);
            column[j] = 1;
            substitute(column);
            for (int i = 0; i < n; i++) {
                covariance[n * i + j] = column[i];
            }
        }
        for (int i = 0; i < n; i++) {
            column[i] = priorPrecision[i] * prior[i] + moment[i] / scale;
        }
        substitute(column);
        System.arraycopy(column, 0, solution, 0, n);
        noise = residual() / Math.max(looks - n, 1);
    }

    /** Sum of squared errors of the fit over all looks. */
    private double residual() {
        double sum = power;
        for (int i = 0; i < n; i++) {
            double half = 2 * moment[i];
            for (int j = 0; j < n; j++) {
                half -= information[n * i + j] * solution[j];
            }
            sum -= solution[i] * half;
        }
        return Math.max(sum, 0);
    }

    /** Cholesky's factor in the lower half, in place. */
    private void decompose() {
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                double sum = factor[n * i + j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[n * i + k] * factor[n * j + k];
                }
                if (i == j) {
                    factor[n * j + j] = Math.sqrt(Math.max(sum, priorPrecision[j]));
                } else {
                    factor[n * i + j] = sum / factor[n * j + j];
                }
            }
        }
    }

    private void substitute(double[] b) {
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                b[i] -= factor[n * i + k] * b[k];
            }
            b[i] /= factor[n * i + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                b[i] -= factor[n * k + i] * b[k];
            }
            b[i] /= factor[n * i + i];
        }
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(information);
        out.putDoubles(moment);
        out.putDoubles(solution);
        out.putDoubles(covariance);
        out.putDouble(looks);
        out.putDouble(power);
        out.putDouble(squares);
        out.putDouble(products);
        out.putDouble(lastError);
        out.putDouble(noise);
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(information);
        in.getDoubles(moment);
        in.getDoubles(solution);
        in.getDoubles(covariance);
        looks = in.getDouble();
        power = in.getDouble();
        squares = in.getDouble();
        products = in.getDouble();
        lastError = in.getDouble();
        noise = in.getDouble();
    }
}
