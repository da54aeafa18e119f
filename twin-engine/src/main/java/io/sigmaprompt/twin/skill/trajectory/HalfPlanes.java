package io.sigmaprompt.twin.skill.trajectory;

/**
 * A linear program of two unknowns, the acceleration u = d²s/dt² and the squared rate x = (ds/dt)² of a path: half planes
 * {@code a·u + b·x <= c}, added one by one, and the greatest x or the greatest u that they leave (Seidel, Small-dimensional
 * linear programming and convex hulls made easy, 1991, without its random order). Allocates nothing; one thread.
 */
final class HalfPlanes {
    /** How much a half plane may be missed, as a share of its numbers. */
    private static final double SLACK = 1e-12;

    /** By how much two borders that meet may miss each other. */
    private static final double ROUNDING = 1e-9;

    private final double[] a;
    private final double[] b;
    private final double[] c;
    private int count;

    private double u;
    private double x;

    HalfPlanes(int capacity) {
        a = new double[capacity];
        b = new double[capacity];
        c = new double[capacity];
    }

    void clear() {
        count = 0;
    }

    /** Adds {@code a·u + b·x <= c}. */
    void add(double a, double b, double c) {
        this.a[count] = a;
        this.b[count] = b;
        this.c[count] = c;
        count++;
    }

    /**
     * The greatest x in [0, {@code most}] for which some u in [-{@code box}, {@code box}] meets all.
     *
     * @return x, or NaN where nothing meets all
     */
    double greatestX(double most, double box) {
        u = 0;
        x = most;
        for (int k = 0; k < count; k++) {
            if (misses(k) && !maximise(k, most, box)) {
                return Double.NaN;
            }
        }
        return x;
    }

    private boolean misses(int k) {
        return a[k] * u + b[k] * x > c[k] + SLACK * (Math.abs(a[k] * u) + Math.abs(b[k] * x) + Math.abs(c[k]));
    }

    /** Puts (u, x) onto the border of half plane k, as far up x as those before it allow. */
    private boolean maximise(int k, double most, double box) {
        // The border: (u, x) = foot + t * (b, -a), with t in [low, high].
        double square = a[k] * a[k] + b[k] * b[k];
        if (square == 0) {
            return false;
        }
        double footU = a[k] * c[k] / square;
        double footX = b[k] * c[k] / square;
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        for (int i = -4; i < k; i++) {
            double ai = i == -1 ? 1 : i == -2 ? -1 : i < 0 ? 0 : a[i];
            double bi = i == -3 ? 1 : i == -4 ? -1 : i < 0 ? 0 : b[i];
            double ci = i == -1 || i == -2 ? box : i == -3 ? most : i == -4 ? 0 : c[i];
            double rate = ai * b[k] - bi * a[k];
            double room = ci - ai * footU - bi * footX;
            if (rate > 0) {
                high = Math.min(high, room / rate);
            } else if (rate < 0) {
                low = Math.max(low, room / rate);
            } else if (room < -SLACK * (Math.abs(ci) + 1)) {
                return false;
            }
        }
        if (low > high) {
            if (low - high > ROUNDING * (Math.abs(low) + Math.abs(high))) {
                return false;
            }
            low = high;
        }
        double t = a[k] > 0 ? low : a[k] < 0 ? high : Math.abs(low) < Math.abs(high) ? low : high;
        u = footU + t * b[k];
        x = Math.max(0, footX - t * a[k]);
        return true;
    }

    /**
     * The greatest u in [-{@code box}, {@code box}] that meets all at a given x.
     *
     * @return u, or NaN where none does
     */
    double greatestU(double atX, double box) {
        double low = -box;
        double high = box;
        for (int k = 0; k < count; k++) {
            double room = c[k] - b[k] * atX + SLACK * (Math.abs(c[k]) + Math.abs(b[k] * atX));
            if (a[k] > 0) {
                high = Math.min(high, room / a[k]);
            } else if (a[k] < 0) {
                low = Math.max(low, room / a[k]);
            }
        }
        return low - high <= ROUNDING * (1 + Math.abs(low) + Math.abs(high)) ? high : Double.NaN;
    }
}
