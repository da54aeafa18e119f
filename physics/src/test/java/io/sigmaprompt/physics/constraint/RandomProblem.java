package io.sigmaprompt.physics.constraint;

import io.sigmaprompt.physics.spatial.SplitMix64;

/** Random constraint problems: blocks of w, constraints of all kinds between them. */
final class RandomProblem {
    final SplitMix64 random;
    final BlockLayout layout;
    final ConstraintSet set = new ConstraintSet();
    final double[] free;
    /** What rows of a block are scaled by: the inverse root of its mass. */
    private final double[] lightness;

    RandomProblem(long seed, int blocks, int size, double massRatio) {
        random = new SplitMix64(seed);
        int[] start = new int[blocks + 1];
        lightness = new double[blocks];
        for (int b = 0; b < blocks; b++) {
            start[b + 1] = start[b] + size;
            lightness[b] = b % 2 == 0 ? 1 : 1 / Math.sqrt(massRatio);
        }
        layout = new BlockLayout(blocks, start);
        free = new double[layout.length()];
        for (int i = 0; i < free.length; i++) {
            free[i] = random.symmetric();
        }
    }

    /** Adds a constraint with random rows. */
    int add(ConstraintKind kind, int rows, int first, int second) {
        int a = layout.size(first);
        int b = second < 0 ? 0 : layout.size(second);
        int c = set.add(kind, rows, a + b, first, second);
        for (int k = 0; k < a + b; k++) {
            boolean own = k < a;
            set.index[set.support[c] + k] = own ? layout.start()[first] + k : layout.start()[second] + k - a;
            for (int r = 0; r < rows; r++) {
                set.y[set.values[c] + r * (a + b) + k] = random.symmetric() * lightness[own ? first : second];
            }
        }
        return c;
    }

    /** Adds a contact whose sliding couples to its normal as mildly as at real contacts. */
    int contact(int first, int second, double friction) {
        int c = add(ConstraintKind.FRICTION_CONE, 3, first, second);
        int size = set.supportSize[c];
        for (int k = size; k < 3 * size; k++) {
            set.y[set.values[c] + k] *= friction;
        }
        return c;
    }

    /** The dense Delassus matrix without compliance, and the rows' velocities without impulses behind it. */
    double[] delassus() {
        int n = set.rowCount();
        double[][] rows = new double[n][layout.length()];
        double[] result = new double[n * n + n];
        for (int c = 0; c < set.count(); c++) {
            for (int r = 0; r < set.rows[c]; r++) {
                int row = set.row[c] + r;
                for (int k = 0; k < set.supportSize[c]; k++) {
                    rows[row][set.index[set.support[c] + k]] += set.y[set.values[c] + r * set.supportSize[c] + k];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            double u = set.bias[i];
            for (int k = 0; k < layout.length(); k++) {
                u += rows[i][k] * free[k];
            }
            result[n * n + i] = u;
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < layout.length(); k++) {
                    sum += rows[i][k] * rows[j][k];
                }
                result[i * n + j] = sum;
            }
        }
        return result;
    }

    /** Impulses by a projected fixed-point iteration with steps below the inverse of the matrix's trace. */
    double[] reference(double tolerance, int most) {
        int n = set.rowCount();
        double[] g = delassus();
        double trace = 0;
        for (int c = 0; c < set.count(); c++) {
            for (int r = 0; r < set.rows[c]; r++) {
                int i = set.row[c] + r;
                trace += g[i * n + i] + set.compliance[c];
            }
        }
        double step = 0.9 / trace;
        double[] x = new double[n];
        double[] y = new double[3];
        for (int k = 0; k < most; k++) {
            double change = 0;
            double[] u = velocities(g, n, x);
            for (int c = 0; c < set.count(); c++) {
                int o = set.row[c];
                int rows = set.rows[c];
                for (int r = 0; r < rows; r++) {
                    y[r] = x[o + r] - step * (u[o + r] + set.compliance[c] * x[o + r]);
                }
                project(c, x, y, u, step);
                for (int r = 0; r < rows; r++) {
                    change = Math.max(change, Math.abs(y[r] - x[o + r]) / step);
                    x[o + r] = y[r];
                }
            }
            if (change < tolerance) {
                return x;
            }
        }
        return new double[0];
    }

    static double[] velocities(double[] g, int n, double[] x) {
        double[] u = new double[n];
        for (int i = 0; i < n; i++) {
            u[i] = g[n * n + i];
            for (int j = 0; j < n; j++) {
                u[i] += g[i * n + j] * x[j];
            }
        }
        return u;
    }

    private void project(int c, double[] x, double[] y, double[] u, double step) {
        int o = set.row[c];
        switch (set.kind[c]) {
            case BILATERAL -> {}
            case UNILATERAL -> y[0] = Math.max(0, y[0]);
            case DRY_FRICTION -> y[0] = Math.max(-set.bound[c], Math.min(set.bound[c], y[0]));
            case CONTACT_FRICTION -> shrink(y, 0, set.rows[c], Math.max(0, x[set.row[set.partner[c]]]));
            case FRICTION_CONE -> {
                double z = set.compliance[c];
                double v1 = u[o + 1] + z * x[o + 1];
                double v2 = u[o + 2] + z * x[o + 2];
                y[0] -= step * Math.sqrt(v1 * v1 + v2 * v2);
                double t = Math.sqrt(y[1] * y[1] + y[2] * y[2]);
                if (t <= -y[0]) {
                    y[0] = 0;
                    y[1] = 0;
                    y[2] = 0;
                } else if (t > y[0]) {
                    y[0] = 0.5 * (y[0] + t);
                    shrink(y, 1, 3, y[0]);
                }
            }
        }
    }

    private static void shrink(double[] y, int from, int to, double radius) {
        double square = 0;
        for (int k = from; k < to; k++) {
            square += y[k] * y[k];
        }
        if (square > radius * radius) {
            double factor = radius / Math.sqrt(square);
            for (int k = from; k < to; k++) {
                y[k] *= factor;
            }
        }
    }
}
