package io.sigmaprompt.twin.calibration.regression;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * Minimises {@code ½ xᵀA x - bᵀx + prior(x)} over bodies that can exist and frictions that are not negative. The cost is
 * convex in the inertial parameters themselves, and the prior a barrier to impossible bodies, so that a damped Newton
 * search which never leaves the possible ones finds the one minimum (Boyd, Vandenberghe, Convex Optimization, section
 * 9.5); negative frictions are set to zero by an active set.
 */
final class PhysicalLeastSquares {
    private static final int MOST_STEPS = 200;
    private static final double DECREMENT = 1e-9;

    private final Prior prior;
    private final boolean[] nonNegative;

    PhysicalLeastSquares(Prior prior, boolean[] nonNegative) {
        this.prior = prior;
        this.nonNegative = nonNegative;
    }

    /** The minimum, searched from a start whose bodies can exist. */
    double[] solve(double[][] a, double[] b, double[] start) {
        int n = prior.size();
        boolean[] held = new boolean[n];
        double[] x = start.clone();
        for (int i = 0; i < n; i++) {
            held[i] = prior.fixed(i);
        }
        for (int round = 0; round < n; round++) {
            x = newton(a, b, x, held);
            boolean again = false;
            for (int i = 0; i < n; i++) {
                if (nonNegative[i] && !held[i] && x[i] < 0) {
                    held[i] = true;
                    x[i] = 0;
                    again = true;
                }
            }
            if (!again) {
                return x;
            }
        }
        return x;
    }

    private double[] newton(double[][] a, double[] b, double[] start, boolean[] held) {
        double[] x = start;
        int[] free = free(held);
        double cost = cost(a, b, x);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = new double[x.length];
            double[][] hessian = new double[x.length][];
            for (int i = 0; i < x.length; i++) {
                hessian[i] = a[i].clone();
                gradient[i] = dot(a[i], x) - b[i];
            }
            prior.addDerivatives(x, gradient, hessian);
            double[] direction = solve(hessian, gradient, free);
            double decrement = 0;
            for (int i = 0; i < free.length; i++) {
                decrement += direction[i] * gradient[free[i]];
            }
            if (decrement < DECREMENT * Math.max(1, Math.abs(cost) * 1e-6)) {
                break;
            }
            double length = 1;
            boolean moved = false;
            for (int halving = 0; halving < 60 && !moved; halving++, length *= 0.5) {
                double[] next = x.clone();
                for (int i = 0; i < free.length; i++) {
                    next[free[i]] -= length * direction[i];
                }
                if (prior.possible(next)) {
                    double nextCost = cost(a, b, next);
                    if (nextCost <= cost - 1e-4 * length * decrement) {
                        x = next;
                        cost = nextCost;
                        moved = true;
                    }
                }
            }
            if (!moved) {
                break;
            }
        }
        return x;
    }

    private double cost(double[][] a, double[] b, double[] x) {
        double sum = prior.cost(x);
        for (int i = 0; i < x.length; i++) {
            sum += (0.5 * dot(a[i], x) - b[i]) * x[i];
        }
        return sum;
    }

    private static double dot(double[] row, double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += row[i] * x[i];
        }
        return sum;
    }

    static int[] free(boolean[] held) {
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < held.length; i++) {
            if (!held[i]) {
                free.add(i);
            }
        }
        return free.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Solves the free part of a positive definite system, its unknowns scaled to a unit diagonal. */
    private static double[] solve(double[][] matrix, double[] right, int[] free) {
        int n = free.length;
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            scale[i] = 1 / Math.sqrt(matrix[free[i]][free[i]]);
        }
        double[][] scaled = new double[n][n];
        double[] known = new double[n];
        for (int i = 0; i < n; i++) {
            known[i] = right[free[i]] * scale[i];
            for (int j = 0; j < n; j++) {
                scaled[i][j] = matrix[free[i]][free[j]] * scale[i] * scale[j];
            }
            scaled[i][i] += 1e-14;
        }
        double[] x = new CholeskyDecomposition(new Array2DRowRealMatrix(scaled, false), 1e-6, 0)
                .getSolver()
                .solve(new ArrayRealVector(known, false))
                .toArray();
        for (int i = 0; i < n; i++) {
            x[i] *= scale[i];
        }
        return x;
    }

    /** The inverse of the free part of an information matrix, at its places in a whole one; zero elsewhere. */
    static double[][] covariance(double[][] information, boolean[] held) {
        int[] free = free(held);
        double[][] whole = new double[held.length][held.length];
        double[] unit = new double[held.length];
        for (int j : free) {
            unit[j] = 1;
            double[] column = solve(information, unit, free);
            unit[j] = 0;
            for (int i = 0; i < free.length; i++) {
                whole[free[i]][j] = column[i];
            }
        }
        return whole;
    }
}
