package io.sigmaprompt.physics.constraint;

/**
 * The sweeps of {@link GaussSeidel} on the dense Delassus matrix {@code G = Y·Yᵀ} of a small island: what one impulse
 * changes all rows by is then one pass over as many numbers as the island has rows, instead of one over its velocities and
 * back. Worth its price where many sweeps are needed.
 */
final class DenseSweeps {
    /** Islands of more rows are not small. */
    static final int MOST_ROWS = 48;

    private final LocalStep step = new LocalStep();
    private final SolverError error = new SolverError();
    private final double[] delassus = new double[MOST_ROWS * MOST_ROWS];
    /** Velocities of the rows under the latest impulses. */
    private final double[] u = new double[MOST_ROWS];

    private final double[] before = new double[MOST_ROWS];
    private final int[] first = new int[MOST_ROWS];
    private double[] scattered = new double[0];
    private int rows;

    /** Whether an island is small enough. */
    static boolean fits(ConstraintSet set, Island island) {
        int sum = 0;
        for (int i = island.firstConstraint; i < island.endConstraint && sum <= MOST_ROWS; i++) {
            sum += set.rows[island.constraints[i]];
        }
        return sum <= MOST_ROWS;
    }

    /**
     * Computes an island's matrix.
     *
     * @param length of w
     */
    void begin(ConstraintSet set, Island island, int length) {
        if (scattered.length < length) {
            scattered = new double[length];
        }
        rows = 0;
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
            first[i - island.firstConstraint] = rows;
            rows += set.rows[c];
        }
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
            for (int k = 0; k < set.rows[c]; k++) {
                row(set, island, i, k);
            }
        }
    }

    /** One row of the matrix from its diagonal on, and the column below it. */
    private void row(ConstraintSet set, Island island, int i, int k) {
        int c = island.constraints[i];
        int size = set.supportSize[c];
        int s = set.support[c];
        int o = set.values[c] + k * size;
        for (int j = 0; j < size; j++) {
            scattered[set.index[s + j]] = set.y[o + j];
        }
        int a = first[i - island.firstConstraint] + k;
        for (int n = i; n < island.endConstraint; n++) {
            int other = island.constraints[n];
            for (int l = n == i ? k : 0; l < set.rows[other]; l++) {
                int b = first[n - island.firstConstraint] + l;
                double g = set.product(other, l, scattered);
                delassus[a * rows + b] = g;
                delassus[b * rows + a] = g;
            }
        }
        for (int j = 0; j < size; j++) {
            scattered[set.index[s + j]] = 0;
        }
    }

    /** Takes the impulses as they are, and the velocities that belong to them. */
    void enter(ConstraintSet set, Island island, double[] w) {
        int n = 0;
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
            for (int k = 0; k < set.rows[c]; k++) {
                u[n] = set.velocity(c, k, w);
                before[n++] = set.lambda[set.row[c] + k];
            }
        }
    }

    /** Solves each constraint once; w stays behind until {@link #leave}. */
    void sweep(ConstraintSet set, Island island) {
        int a = 0;
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
            int n = set.rows[c];
            step.solve(set, c, u[a], n > 1 ? u[a + 1] : 0, n > 2 ? u[a + 2] : 0);
            change(a, n, step.x0, step.x1, step.x2);
            a += n;
        }
    }

    private void change(int a, int n, double x0, double x1, double x2) {
        int g0 = a * rows;
        if (n == 1) {
            if (x0 != 0) {
                for (int j = 0; j < rows; j++) {
                    u[j] += x0 * delassus[g0 + j];
                }
            }
            return;
        }
        int g1 = g0 + rows;
        int g2 = n > 2 ? g1 + rows : g1;
        double y2 = n > 2 ? x2 : 0;
        if (x0 != 0 || x1 != 0 || y2 != 0) {
            for (int j = 0; j < rows; j++) {
                u[j] += x0 * delassus[g0 + j] + x1 * delassus[g1 + j] + y2 * delassus[g2 + j];
            }
        }
    }

    /** The greatest error of the island's constraints, m/s and rad/s. */
    double error(ConstraintSet set, Island island) {
        double worst = 0;
        int a = 0;
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
            int n = set.rows[c];
            worst = Math.max(worst, error.of(set, c, u[a], n > 1 ? u[a + 1] : 0, n > 2 ? u[a + 2] : 0));
            a += n;
        }
        return worst;
    }

    /** Sets w to what belongs to the impulses. */
    void leave(ConstraintSet set, Island island, double[] w) {
        int a = 0;
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
            int r = set.row[c];
            int n = set.rows[c];
            double x0 = set.lambda[r] - before[a];
            double x1 = n > 1 ? set.lambda[r + 1] - before[a + 1] : 0;
            double x2 = n > 2 ? set.lambda[r + 2] - before[a + 2] : 0;
            set.apply(c, x0, x1, x2, w);
            a += n;
        }
    }
}
