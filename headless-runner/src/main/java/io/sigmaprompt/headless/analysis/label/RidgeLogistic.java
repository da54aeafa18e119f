package io.sigmaprompt.headless.analysis.label;

import io.sigmaprompt.physics.spatial.Cholesky;
import java.util.Arrays;

/**
 * Logistic regression with a ridge penalty, by iteratively reweighted least squares (Hastie, Tibshirani, Friedman, The
 * Elements of Statistical Learning, 2nd ed., 4.4.1). The inputs are standardised on what is learnt from; rare cases weigh
 * more.
 */
final class RidgeLogistic {
    private static final int STEPS = 25;
    private static final double ENOUGH = 1e-4;
    private static final double FURTHEST = 6;
    private static final double MOST_WEIGHT = 20;

    private final double[] mean;
    private final double[] deviation;
    private final double[] weight;

    private RidgeLogistic(double[] mean, double[] deviation, double[] weight) {
        this.mean = mean;
        this.deviation = deviation;
        this.weight = weight;
    }

    /**
     * Learns.
     *
     * @param inputs a row a case
     * @param wanted whether each case is one to be found
     * @param ridge penalty on each squared weight but the last, the constant's
     */
    static RidgeLogistic learn(double[][] inputs, boolean[] wanted, double ridge) {
        int count = inputs[0].length;
        double[] mean = new double[count];
        double[] deviation = new double[count];
        for (int j = 0; j < count; j++) {
            double sum = 0;
            for (double[] row : inputs) {
                sum += row[j];
            }
            mean[j] = sum / inputs.length;
            double squares = 0;
            for (double[] row : inputs) {
                squares += (row[j] - mean[j]) * (row[j] - mean[j]);
            }
            deviation[j] = Math.sqrt(squares / inputs.length) + 1e-6;
        }
        RidgeLogistic model = new RidgeLogistic(mean, deviation, new double[count + 1]);
        model.fit(inputs, wanted, ridge);
        return model;
    }

    private void fit(double[][] inputs, boolean[] wanted, double ridge) {
        int n = weight.length;
        int positives = 0;
        for (boolean each : wanted) {
            positives += each ? 1 : 0;
        }
        double heavy = Math.min(MOST_WEIGHT, (double) (wanted.length - positives) / Math.max(1, positives));
        double[][] rows = new double[inputs.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = standardised(inputs[i]);
        }
        double[] hessian = new double[n * n];
        double[] step = new double[n];
        for (int k = 0; k < STEPS; k++) {
            Arrays.fill(hessian, 0);
            Arrays.fill(step, 0);
            for (int i = 0; i < rows.length; i++) {
                add(rows[i], wanted[i], wanted[i] ? heavy : 1, hessian, step);
            }
            for (int j = 0; j < n; j++) {
                double penalty = j == n - 1 ? 1e-6 : ridge;
                hessian[j * n + j] += penalty;
                step[j] += penalty * weight[j];
            }
            if (Cholesky.factor(hessian, n) >= 0) {
                return;
            }
            Cholesky.solve(hessian, n, step);
            double longest = 0;
            for (int j = 0; j < n; j++) {
                weight[j] -= step[j];
                longest = Math.max(longest, Math.abs(step[j]));
            }
            if (longest < ENOUGH) {
                return;
            }
        }
    }

    /** Adds a case to the lower triangle of the Hessian and to the gradient. */
    private void add(double[] row, boolean wanted, double heavy, double[] hessian, double[] gradient) {
        int n = weight.length;
        double p = probability(row);
        double slope = heavy * (p - (wanted ? 1 : 0));
        double curve = heavy * p * (1 - p);
        for (int j = 0; j < n; j++) {
            gradient[j] += slope * row[j];
            double scaled = curve * row[j];
            for (int m = 0; m <= j; m++) {
                hessian[j * n + m] += scaled * row[m];
            }
        }
    }

    private double[] standardised(double[] input) {
        double[] row = new double[input.length + 1];
        for (int j = 0; j < input.length; j++) {
            row[j] = Math.clamp((input[j] - mean[j]) / deviation[j], -FURTHEST, FURTHEST);
        }
        row[input.length] = 1;
        return row;
    }

    private double probability(double[] row) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            sum += weight[j] * row[j];
        }
        return 1 / (1 + Math.exp(-Math.clamp(sum, -30, 30)));
    }

    /** How much a case looks like those to be found, 0 to 1. */
    double of(double[] input) {
        return probability(standardised(input));
    }
}
