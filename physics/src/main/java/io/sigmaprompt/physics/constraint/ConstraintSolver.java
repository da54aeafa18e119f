package io.sigmaprompt.physics.constraint;

import java.util.Arrays;

/**
 * Finds the impulses of a {@link ConstraintSet}: per island, the impulses of the step before are tried first, then one
 * constraint after another is solved as long as that converges fast, then {@link ProximalRounds} take over. Allocates nothing
 * once its buffers have grown.
 */
public final class ConstraintSolver {
    /** What is solved at all is solved to this part of the tolerance, so that at rest the next steps find nothing to do. */
    private static final double MARGIN = 0.1;

    /** Up to so many tolerances, the error of the last step's impulses is that of rest. */
    private static final double RESTING = 3;

    /** The part of the tolerance that sweeps must reach at rest; rounds go on where they do not. */
    private static final double POLISHED = 0.5;

    private final SolverSettings settings;
    private final BlockLayout layout;
    private final IslandPartition partition;
    private final Island island = new Island();
    private final Sweeping sweeping;
    private final ProximalRounds rounds;
    private final SolverReport report = new SolverReport();

    public ConstraintSolver(BlockLayout layout, SolverSettings settings) {
        this.layout = layout;
        this.settings = settings;
        partition = new IslandPartition(layout.count());
        sweeping = new Sweeping(settings.sweeps());
        rounds = new ProximalRounds(layout, settings, sweeping);
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
        long sweepsBefore = sweeping.count;
        long stepsBefore = rounds.steps();
        set.prepare();
        System.arraycopy(set.lambda, 0, set.guess, 0, set.rowCount());
        partition.split(set);
        report.islands = partition.count();
        for (int i = 0; i < partition.count(); i++) {
            partition.get(i, island);
            solveIsland(set, free, w);
        }
        report.sweeps = (int) (sweeping.count - sweepsBefore);
        report.newtonSteps = (int) (rounds.steps() - stepsBefore);
    }

    private void solveIsland(ConstraintSet set, double[] free, double[] w) {
        double scale = sweeping.scale(set, island, free);
        if (scale == 0) {
            rest(set);
            return;
        }
        double tolerance = settings.tolerance() * scale;
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            set.applyImpulse(island.constraints[i], w);
        }
        double e = sweeping.error(set, island, w);
        boolean kept = e <= tolerance;
        // What has only just lost its tolerance rests: it is solved well once, and then needs nothing for many steps.
        double enough = e <= RESTING * tolerance && !kept ? POLISHED * tolerance : tolerance;
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            set.kept[island.constraints[i]] = kept;
        }
        if (!kept) {
            sweeping.begin(set, island);
            e = sweeping.run(set, island, w, MARGIN * tolerance, 0);
        }
        if (!(e <= enough)) {
            e = rounds.solve(set, island, free, w, enough, MARGIN * tolerance, scale, e);
        }
        if (!(e <= tolerance)) {
            report.unconverged++;
        }
        report.error = Math.max(report.error, scale > 0 ? e / scale : 0);
    }

    /** Nothing moves even without impulses: none are needed, and no error could be small enough beside no velocity. */
    private void rest(ConstraintSet set) {
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
            Arrays.fill(set.lambda, set.row[c], set.row[c] + set.rows[c], 0);
            set.kept[c] = true;
        }
    }
}
