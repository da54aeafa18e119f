package io.sigmaprompt.physics.constraint;

/** Sweeps of {@link GaussSeidel} over an island, as long as they achieve something. */
final class Sweeping {
    private static final int BETWEEN_CHECKS = 4;
    /** Sweeps after which a small island's matrix is computed. */
    private static final int PATIENCE = 8;

    /** A check is to find the error at most this part of that of the check before. */
    private static final double FAST = 0.85;

    private final GaussSeidel sweeps = new GaussSeidel();
    private final SolverError error = new SolverError();
    private final DenseSweeps dense = new DenseSweeps();
    private final int most;
    /** Whether the island is small, and whether its matrix stands. */
    private boolean small;

    private boolean built;

    /** Sweeps since the world began. */
    long count;

    /** At most this many sweeps at a time. */
    Sweeping(int most) {
        this.most = most;
    }

    /** Takes an island. */
    void begin(ConstraintSet set, Island island) {
        small = DenseSweeps.fits(set, island);
        built = false;
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            set.prepareSweeps(island.constraints[i]);
        }
    }

    /** The greatest error of an island's constraints, m/s and rad/s. */
    double error(ConstraintSet set, Island island, double[] w) {
        return error.of(set, island.constraints, island.firstConstraint, island.endConstraint, w);
    }

    /** What errors are relative to. */
    double scale(ConstraintSet set, Island island, double[] free) {
        return error.scale(set, island.constraints, island.firstConstraint, island.endConstraint, free);
    }

    /**
     * Sweeps while each few of them shrink the error well.
     *
     * @param target error at which to end
     * @param least sweeps to be made in any case
     * @return the error
     */
    double run(ConstraintSet set, Island island, double[] w, double target, int least) {
        double before = Double.POSITIVE_INFINITY;
        double e = Double.POSITIVE_INFINITY;
        boolean inside = false;
        for (int k = 0; k < most && !(e <= target); k += BETWEEN_CHECKS) {
            if (!inside && small && (built || k >= PATIENCE)) {
                enter(set, island, w);
                inside = true;
            }
            for (int i = 0; i < BETWEEN_CHECKS; i++) {
                if (inside) {
                    dense.sweep(set, island);
                } else {
                    sweeps.sweep(set, island, w);
                }
            }
            count += BETWEEN_CHECKS;
            e = inside ? dense.error(set, island) : error(set, island, w);
            if (!(e <= FAST * before) && k >= least) {
                break;
            }
            before = e;
        }
        if (inside) {
            dense.leave(set, island, w);
        }
        return e;
    }

    private void enter(ConstraintSet set, Island island, double[] w) {
        if (!built) {
            dense.begin(set, island, w.length);
            built = true;
        }
        dense.enter(set, island, w);
    }

    /** Sweeps in hundreds, a few of them, each as long as the one before achieved something. */
    double runLong(ConstraintSet set, Island island, double[] w, double target, double initial) {
        double e = initial;
        double before = Double.POSITIVE_INFINITY;
        for (int k = 0; k < 10 && !(e <= target) && e < 0.9 * before; k++) {
            before = e;
            e = run(set, island, w, target, most / 2);
        }
        return e;
    }
}
