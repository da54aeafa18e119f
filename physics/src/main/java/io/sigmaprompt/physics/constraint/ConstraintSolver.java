package io.sigmaprompt.physics.constraint;

/**
 * Finds the impulses of a {@link ConstraintSet}: per island, the impulses of the step before are tried first, then one
 * constraint after another is solved as long as that converges fast, then {@link ProximalNewton} takes over. Allocates
 * nothing once its buffers have grown.
 */
public final class ConstraintSolver {
    private static final int SWEEPS_BETWEEN_CHECKS = 4;
    private static final int SMOOTHING = 4;
    private static final int MOST_SMOOTHING = 120;
    /** Rounds without much progress after which there may be no solution, as in the paradox of Painlevé. */
    private static final int STALLED = 6;

    private static final double HOPELESS = 1e-4;

    private static final double MARGIN = 0.1;
    private static final double FAST = 0.6;
    private static final double SOFTEST = 1e-2;
    private static final double COUPLED_SOFTEST = 0.1;
    private static final double HARDEST = 1e-6;
    private static final double HARDENING = 0.03;

    private final SolverSettings settings;
    private final BlockLayout layout;
    private final IslandPartition partition;
    private final Island island = new Island();
    private final GaussSeidel sweeps = new GaussSeidel();
    private final SolverError error = new SolverError();
    private final ProximalNewton newton;
    private double[] bestImpulses = new double[0];
    private final SolverReport report = new SolverReport();

    public ConstraintSolver(BlockLayout layout, SolverSettings settings) {
        this.layout = layout;
        this.settings = settings;
        partition = new IslandPartition(layout.count());
        newton = new ProximalNewton(layout);
    }

    /** What the last call took. */
    public SolverReport report() {
        return report;
    }

    /**
     * Solves.
     *
     * @param set its impulses are the guess on entry, the solution on return
     * @param free velocity without impulses
     * @param w Modified. the velocity after the step
     */
    public void solve(ConstraintSet set, double[] free, double[] w) {
        report.clear();
        System.arraycopy(free, 0, w, 0, layout.length());
        if (set.count() == 0) {
            return;
        }
        set.prepare();
        System.arraycopy(set.lambda, 0, set.guess, 0, set.rowCount());
        partition.split(set);
        report.islands = partition.count();
        for (int i = 0; i < partition.count(); i++) {
            partition.get(i, island);
            solveIsland(set, free, w);
        }
    }

    private void solveIsland(ConstraintSet set, double[] free, double[] w) {
        int from = island.firstConstraint;
        int to = island.endConstraint;
        double scale = error.scale(set, island.constraints, from, to, free);
        double tolerance = settings.tolerance() * scale;
        for (int i = from; i < to; i++) {
            set.applyImpulse(island.constraints[i], w);
        }
        double e = error.of(set, island.constraints, from, to, w);
        boolean kept = e <= tolerance;
        for (int i = from; i < to; i++) {
            set.kept[island.constraints[i]] = kept;
        }
        if (!kept) {
            // More exact than asked, so that at rest the next step finds nothing to do.
            e = sweep(set, w, MARGIN * tolerance, e, 0);
            if (!(e <= tolerance)) {
                e = newton(set, free, w, tolerance, scale, e);
            }
        }
        if (!(e <= tolerance)) {
            report.unconverged++;
        }
        report.error = Math.max(report.error, scale > 0 ? e / scale : 0);
    }

    /**
     * Sweeps while each few of them shrink the error well.
     *
     * @param least sweeps to be made in any case
     */
    private double sweep(ConstraintSet set, double[] w, double target, double initial, int least) {
        double before = Double.POSITIVE_INFINITY;
        double e = initial;
        for (int k = 0; k < settings.sweeps() && e > target; k += SWEEPS_BETWEEN_CHECKS) {
            for (int i = 0; i < SWEEPS_BETWEEN_CHECKS; i++) {
                sweeps.sweep(set, island.constraints, island.firstConstraint, island.endConstraint, w);
            }
            report.sweeps += SWEEPS_BETWEEN_CHECKS;
            e = error.of(set, island.constraints, island.firstConstraint, island.endConstraint, w);
            if (e > FAST * before && k >= least) {
                break;
            }
            before = e;
        }
        return e;
    }

    /**
     * Rounds of the proximal Newton method: soft first, where it converges from afar; harder after each round that did, since
     * then fewer are needed; softer after one that did not, which counts for nothing. Where renewing s from round to round
     * leads nowhere, as bodies slide against each other, Coulomb's law itself is solved.
     */
    private double newton(
            ConstraintSet set, double[] free, double[] w, double tolerance, double scale, double initial) {
        double e = initial;
        newton.begin(set, island);
        long before = newton.steps;
        double softness = Math.max(HARDEST, Math.min(SOFTEST, initial / scale));
        double hardening = HARDENING;
        double coupledSoftness = COUPLED_SOFTEST;
        if (bestImpulses.length < set.rowCount()) {
            bestImpulses = new double[2 * set.rowCount()];
        }
        double best = e;
        copy(set, set.lambda, bestImpulses);
        int spare = 1;
        int stalled = 0;
        int smoothing = SMOOTHING;
        boolean coupled = false;
        for (int k = 0;
                k < settings.rounds() && (!(e <= tolerance) || !coupled && e > MARGIN * tolerance && spare-- > 0);
                k++) {
            newton.soften(set, island, coupled ? coupledSoftness : softness);
            boolean solved = coupled
                    ? newton.coupledRound(set, island, free, w, 0.1 * tolerance, settings.newtonSteps())
                    : newton.round(set, island, free, w, 0.1 * tolerance, settings.newtonSteps());
            if (!solved && coupled) {
                newton.reset(set, island, free, w);
                coupledSoftness = Math.min(1, 10 * coupledSoftness);
                coupled = false;
                continue;
            }
            if (!solved) {
                softness = Math.min(1, softness / HARDENING);
                hardening = Math.min(0.5, 4 * hardening);
                continue;
            }
            newton.finish(set, island, free, w);
            // Sweeps know what slipping does to the normal velocity, which a round takes from the last; the more of
            // them, the
            // less rounds achieve.
            double last = e;
            e = sweep(set, w, MARGIN * tolerance, Double.POSITIVE_INFINITY, smoothing);
            stalled = e < 0.5 * best ? 0 : stalled + 1;
            if (e < best) {
                best = e;
                copy(set, set.lambda, bestImpulses);
            }
            if (stalled >= STALLED && best > HOPELESS * scale) {
                break;
            }
            if (coupled) {
                coupledSoftness = Math.max(HARDEST, 0.1 * coupledSoftness);
            } else {
                softness = Math.max(HARDEST, hardening * softness);
                coupled = e > 0.05 * last;
                smoothing = e > 0.3 * last ? Math.min(MOST_SMOOTHING, 3 * smoothing) : smoothing;
            }
        }
        if (e > tolerance && newton.steps - before > 0) {
            e = sweepLong(set, w, tolerance, best);
        }
        if (e > best) {
            e = best;
            copy(set, bestImpulses, set.lambda);
            newton.reset(set, island, free, w);
        }
        report.newtonSteps += (int) (newton.steps - before);
        return e;
    }

    /** What neither way solved in time, many sweeps may, as long as each hundred of them achieves something. */
    private double sweepLong(ConstraintSet set, double[] w, double tolerance, double best) {
        double e = best;
        double last = Double.POSITIVE_INFINITY;
        for (int k = 0; k < 10 && !(e <= tolerance) && e < 0.9 * last; k++) {
            last = e;
            e = sweep(set, w, tolerance, Double.POSITIVE_INFINITY, settings.sweeps() / 2);
        }
        return e;
    }

    private void copy(ConstraintSet set, double[] from, double[] to) {
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
            System.arraycopy(from, set.row[c], to, set.row[c], set.rows[c]);
        }
    }
}
