package io.sigmaprompt.twin.calibration.regression;

import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * What is believed before a log is seen: each body is the model's, but for a relative spread, and joints' numbers lie
 * around given values. On a body the belief is the entropic distance of pseudo-inertias, {@code (tr(P0⁻¹P) - log det(P0⁻¹P)
 * - 4) / spread²}, which no choice of frame or unit changes, and which is infinite for bodies that cannot exist (Lee,
 * Wensing, Park, Geometric robot dynamic identification, T-RO 36(2), 2020). Near the model it is that of a normal
 * distribution: of a body that only grows denser, with a standard deviation of spread/2.
 */
final class Prior {
    private final int bodies;
    private final double precision;
    private final double[] mean;
    private final double[] scalarPrecision;
    private final RealMatrix[] modelInverse;
    private final boolean[] fixed;

    /**
     * A belief.
     *
     * @param mean inertial parameters of all bodies, each possible, then the joints' numbers
     * @param deviation standard deviations of the joints' numbers, at their places in mean
     * @param fixed which bodies and numbers are not asked for, at all their places
     */
    Prior(int bodies, double spread, double[] mean, double[] deviation, boolean[] fixed) {
        this.bodies = bodies;
        this.mean = mean;
        this.fixed = fixed;
        precision = 1 / (spread * spread);
        scalarPrecision = new double[mean.length];
        modelInverse = new RealMatrix[bodies];
        for (int b = 0; b < bodies; b++) {
            if (!fixed[PseudoInertia.PARAMETERS * b]) {
                modelInverse[b] = inverse(PseudoInertia.of(mean, PseudoInertia.PARAMETERS * b));
            }
        }
        for (int i = PseudoInertia.PARAMETERS * bodies; i < mean.length; i++) {
            scalarPrecision[i] = 1 / (deviation[i] * deviation[i]);
        }
    }

    private static RealMatrix inverse(RealMatrix p) {
        return new LUDecomposition(p, 0).getSolver().getInverse();
    }

    int size() {
        return mean.length;
    }

    int bodies() {
        return bodies;
    }

    double[] mean() {
        return mean;
    }

    boolean fixed(int i) {
        return fixed[i];
    }

    /** Whether all bodies could exist. */
    boolean possible(double[] x) {
        for (int b = 0; b < bodies; b++) {
            if (!fixed[PseudoInertia.PARAMETERS * b]) {
                try {
                    new CholeskyDecomposition(PseudoInertia.of(x, PseudoInertia.PARAMETERS * b), 1e-9, 0);
                } catch (org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException e) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Half the squared distance, in the units of a negative log likelihood. */
    double cost(double[] x) {
        double sum = 0;
        for (int b = 0; b < bodies; b++) {
            int o = PseudoInertia.PARAMETERS * b;
            if (fixed[o]) {
                continue;
            }
            RealMatrix ratio = modelInverse[b].multiply(PseudoInertia.of(x, o));
            sum += precision * (ratio.getTrace() - StrictMath.log(new LUDecomposition(ratio, 0).getDeterminant()) - 4);
        }
        for (int i = PseudoInertia.PARAMETERS * bodies; i < mean.length; i++) {
            double d = x[i] - mean[i];
            sum += fixed[i] ? 0 : 0.5 * scalarPrecision[i] * d * d;
        }
        return sum;
    }

    /**
     * Adds the first and second derivatives of the cost at x.
     *
     * @param gradient Modified.
     * @param hessian Modified.
     */
    void addDerivatives(double[] x, double[] gradient, double[][] hessian) {
        for (int b = 0; b < bodies; b++) {
            int o = PseudoInertia.PARAMETERS * b;
            if (fixed[o]) {
                continue;
            }
            RealMatrix inverse = inverse(PseudoInertia.of(x, o));
            RealMatrix difference = modelInverse[b].subtract(inverse);
            for (int k = 0; k < PseudoInertia.PARAMETERS; k++) {
                gradient[o + k] +=
                        precision * difference.multiply(PseudoInertia.basis(k)).getTrace();
            }
            addCurvature(inverse, o, hessian);
        }
        for (int i = PseudoInertia.PARAMETERS * bodies; i < mean.length; i++) {
            if (!fixed[i]) {
                gradient[i] += scalarPrecision[i] * (x[i] - mean[i]);
                hessian[i][i] += scalarPrecision[i];
            }
        }
    }

    private void addCurvature(RealMatrix inverse, int o, double[][] hessian) {
        RealMatrix[] scaled = new RealMatrix[PseudoInertia.PARAMETERS];
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] = inverse.multiply(PseudoInertia.basis(k));
        }
        for (int k = 0; k < scaled.length; k++) {
            for (int l = 0; l <= k; l++) {
                double value = precision * scaled[k].multiply(scaled[l]).getTrace();
                hessian[o + k][o + l] += value;
                if (k != l) {
                    hessian[o + l][o + k] += value;
                }
            }
        }
    }

    /** The curvature of the belief at the model itself: the inverse of its covariance. */
    double[][] information() {
        double[][] information = new double[mean.length][mean.length];
        addDerivatives(mean, new double[mean.length], information);
        return information;
    }
}
