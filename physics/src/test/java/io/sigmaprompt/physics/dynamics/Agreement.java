package io.sigmaprompt.physics.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.RobotModel;
import java.util.function.DoubleFunction;

/** What it takes to hold one way of computing against another. */
public final class Agreement {
    /** Weights of the central difference of order 8 (Fornberg, Mathematics of Computation 51, 1988, table 1). */
    private static final double[] CENTRAL = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};

    private Agreement() {}

    /** The largest absolute entry. */
    public static double norm(double... a) {
        double norm = 0;
        for (double entry : a) {
            norm = Math.max(norm, Math.abs(entry));
        }
        return norm;
    }

    /** Demands that no entry differs by more than a part of the largest. */
    public static void assertClose(double[] expected, double[] found, double relative) {
        assertWithin(expected, found, relative * Math.max(norm(expected), Double.MIN_NORMAL));
    }

    /** Demands that no entry differs by more than {@code tolerance}. */
    public static void assertWithin(double[] expected, double[] found, double tolerance) {
        assertEquals(expected.length, found.length);
        for (int i = 0; i < expected.length; i++) {
            assertTrue(
                    Math.abs(expected[i] - found[i]) <= tolerance,
                    "entry " + i + ": expected " + expected[i] + ", found " + found[i] + ", tolerance " + tolerance);
        }
    }

    /** {@code A·x} for a row-major matrix of as many columns as x has entries. */
    public static double[] product(double[] a, double[] x) {
        double[] out = new double[a.length / x.length];
        for (int i = 0; i < a.length; i++) {
            out[i / x.length] += a[i] * x[i % x.length];
        }
        return out;
    }

    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The largest sum of absolute entries of a row: the norm that belongs to {@link #norm}. */
    public static double matrixNorm(double[] a, int columns) {
        double norm = 0;
        for (int r = 0; r < a.length; r += columns) {
            double sum = 0;
            for (int c = 0; c < columns; c++) {
                sum += Math.abs(a[r + c]);
            }
            norm = Math.max(norm, sum);
        }
        return norm;
    }

    /** The configuration to which v leads from q in the time t, to first order. */
    public static double[] along(RobotModel model, double[] q, double[] v, double t) {
        ConfigurationSpace space = new ConfigurationSpace(model);
        double[] u = new double[model.nv()];
        space.rate(new double[model.nv()], q, v, u);
        for (int i = 0; i < u.length; i++) {
            u[i] *= t;
        }
        double[] out = q.clone();
        space.retract(q, u, out);
        return out;
    }

    /** The derivative at zero by eight points that are {@code h} apart. */
    public static double[] derivative(DoubleFunction<double[]> function, double h) {
        double[] out = new double[function.apply(0).length];
        for (int k = 0; k < CENTRAL.length; k++) {
            double[] before = function.apply(-(k + 1) * h);
            double[] after = function.apply((k + 1) * h);
            for (int i = 0; i < out.length; i++) {
                out[i] += CENTRAL[k] * (after[i] - before[i]) / h;
            }
        }
        return out;
    }
}
