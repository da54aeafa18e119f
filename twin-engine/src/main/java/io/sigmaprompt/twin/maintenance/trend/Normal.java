package io.sigmaprompt.twin.maintenance.trend;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Erf;

/** The normal distribution, far into its tails. */
final class Normal {
    private static final double ROOT_TWO = Math.sqrt(2);
    private static final double LOG_ROOT_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);
    private static final double FAR = 8;

    private Normal() {}

    static double below(double x) {
        return 0.5 * Erf.erfc(-x / ROOT_TWO);
    }

    /** The logarithm of {@link #below}, where that itself would be 0 too (Abramowitz, Stegun, 26.2.12). */
    static double logBelow(double x) {
        if (x > -FAR) {
            return StrictMath.log(below(x));
        }
        double s = 1 / (x * x);
        return -x * x / 2 - StrictMath.log(-x) - LOG_ROOT_TWO_PI + StrictMath.log1p(-s + 3 * s * s);
    }

    /** Equally likely values that stand for the normal distribution, of variance 1. */
    static double[] spread(int parts) {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        return spread(parts, normal, 1);
    }

    /** Equally likely values that stand for Student's distribution, of its variance. */
    static double[] spread(int parts, double freedom) {
        double variance = freedom / Math.max(1, freedom - 2);
        return spread(parts, new TDistribution(null, freedom), variance);
    }

    /** Midpoints of equally likely parts, stretched, as parts have a scatter of their own that midpoints leave out. */
    private static double[] spread(int parts, RealDistribution distribution, double variance) {
        double[] at = new double[parts];
        double squares = 0;
        for (int i = 0; i < parts; i++) {
            at[i] = distribution.inverseCumulativeProbability((i + 0.5) / parts);
            squares += at[i] * at[i];
        }
        double stretch = Math.sqrt(variance * parts / squares);
        for (int i = 0; i < parts; i++) {
            at[i] *= stretch;
        }
        return at;
    }
}
