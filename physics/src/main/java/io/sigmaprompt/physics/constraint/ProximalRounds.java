package io.sigmaprompt.physics.constraint;

/**
 * Rounds of {@link ProximalNewton} with sweeps between them: for islands that sweeps alone solve too slowly.
 *
 * <p>The multipliers' softness r begins large, where Newton's method converges from afar, and shrinks with each round that
 * converged, since the harder the fewer rounds are needed; a round that did not converge counts for nothing, and the next is
 * softer. Sweeps after each round know what slipping does to the normal velocity, which a round takes from the one before;
 * the less rounds achieve, the more of them. Where that leads nowhere, as where bodies slide against each other, rounds solve
 * Coulomb's law itself instead of its convex neighbour. The best impulses found are kept: there may be no exact ones, as in the
 * paradox of Painlevé.
 */
final class ProximalRounds {
    private static final double SOFTEST = 1e-2;
    private static final double COUPLED_SOFTEST = 0.1;
    private static final double HARDEST = 1e-6;
    private static final double HARDENING = 0.03;
    private static final double COUPLED_HARDENING = 0.3;
    private static final int FEWEST_SWEEPS = 4;
    private static final int MOST_SWEEPS = 120;
    /** A round that leaves more than this part of the error is followed by a coupled one. */
    private static final double SLOW = 0.05;
    /** Rounds that achieved little, with an error still beyond {@link #HOPELESS}, after which to give up. */
    private static final int STALLED = 15;

    private static final double HOPELESS = 1e-4;

    private final SolverSettings settings;
    private final ProximalNewton newton;
    private final Sweeping sweeping;
    private double[] bestImpulses = new double[0];
    private double[] unsweptImpulses = new double[0];

    ProximalRounds(BlockLayout layout, SolverSettings settings, Sweeping sweeping) {
        this.settings = settings;
        this.sweeping = sweeping;
        newton = new ProximalNewton(layout);
    }

    /** Newton steps since the world began. */
    long steps() {
        return newton.steps;
    }

    /**
     * Solves an island.
     *
     * @param set its impulses are the guess on entry, the solution on return
     * @param w Modified. {@code free + Σ Yᵀ·lambda} on entry and return
     * @param target error at which to end, m/s
     * @param better error that one round more is spent for, so that at rest the next step finds nothing to do
     * @param scale what errors are relative to, m/s
     * @param initial the error on entry
     * @return the error
     */
    double solve(
            ConstraintSet set,
            Island island,
            double[] free,
            double[] w,
            double target,
            double better,
            double scale,
            double initial) {
        newton.begin(set, island);
        if (bestImpulses.length < set.rowCount()) {
            bestImpulses = new double[2 * set.rowCount()];
            unsweptImpulses = new double[bestImpulses.length];
        }
        copy(set, island, set.lambda, bestImpulses);
        double e = initial;
        double best = initial;
        double softness = Math.max(HARDEST, Math.min(SOFTEST, initial / scale));
        double hardening = HARDENING;
        double coupledSoftness = COUPLED_SOFTEST;
        boolean coupled = false;
        int sweeps = FEWEST_SWEEPS;
        int stalled = 0;
        int spare = 1;
        for (int k = 0; k < settings.rounds(); k++) {
            if (e <= target && (coupled || e <= better || spare-- == 0)) {
                break;
            }
            newton.soften(set, island, coupled ? coupledSoftness : softness);
            boolean solved = coupled
                    ? newton.coupledRound(set, island, free, w, 0.1 * target)
                    : newton.round(set, island, free, w, 0.1 * target, settings.newtonSteps());
            if (!solved && coupled) {
                newton.reset(set, island, free, w);
                coupledSoftness = Math.min(1, coupledSoftness / COUPLED_HARDENING);
                coupled = false;
                continue;
            }
            if (!solved) {
                softness = Math.min(1, softness / HARDENING);
                hardening = Math.min(0.5, 4 * hardening);
                continue;
            }
            newton.finish(set, island, free, w);
            double last = e;
            e = sweep(set, island, free, w, better, sweeps);
            stalled = e < 0.5 * best ? 0 : stalled + 1;
            if (e < best) {
                best = e;
                copy(set, island, set.lambda, bestImpulses);
            }
            if (stalled >= STALLED && best > HOPELESS * scale) {
                break;
            }
            if (coupled) {
                coupledSoftness = Math.max(HARDEST, COUPLED_HARDENING * coupledSoftness);
            } else {
                softness = Math.max(HARDEST, hardening * softness);
                coupled = e > SLOW * last;
                sweeps = e > 0.3 * last ? Math.min(MOST_SWEEPS, 3 * sweeps) : sweeps;
            }
        }
        if (!(e <= target)) {
            e = sweeping.runLong(set, island, w, target, best);
        }
        if (!(e <= best)) {
            e = best;
            copy(set, island, bestImpulses, set.lambda);
            newton.reset(set, island, free, w);
        }
        return e;
    }

    /** Sweeps, unless that leads away: of contacts that wedge each other it may. */
    private double sweep(ConstraintSet set, Island island, double[] free, double[] w, double target, int least) {
        double unswept = sweeping.error(set, island, w);
        copy(set, island, set.lambda, unsweptImpulses);
        double e = sweeping.run(set, island, w, target, least);
        if (e <= unswept) {
            return e;
        }
        copy(set, island, unsweptImpulses, set.lambda);
        newton.reset(set, island, free, w);
        return unswept;
    }

    private static void copy(ConstraintSet set, Island island, double[] from, double[] to) {
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
            System.arraycopy(from, set.row[c], to, set.row[c], set.rows[c]);
        }
    }
}
