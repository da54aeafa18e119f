package io.sigmaprompt.physics.world.step;

import io.sigmaprompt.physics.collision.manifold.ContactBuffer;
import io.sigmaprompt.physics.constraint.BlockLayout;
import io.sigmaprompt.physics.constraint.ConstraintKind;
import io.sigmaprompt.physics.constraint.ConstraintSet;
import io.sigmaprompt.physics.constraint.ConstraintSolver;
import io.sigmaprompt.physics.constraint.SolverSettings;
import io.sigmaprompt.physics.world.constraint.Recovery;
import io.sigmaprompt.physics.world.tree.WorldPlacement;
import io.sigmaprompt.physics.world.tree.WorldTree;
import java.util.Arrays;

/**
 * Takes back overlap, and closes loops to rounding, after a step: as the least shift of positions, in the metric of the
 * mass matrix, that adds no velocity and so no energy but that of height. Loops are closed by Newton's method with the rows
 * of the step's start.
 */
public final class PositionCorrection {
    private static final int ROUNDS = 4;
    private static final double CLOSED = 1e-10;

    private final WorldTree[] trees;
    private final BlockLayout layout;
    private final ConstraintSolver solver;
    private final ConstraintSet set = new ConstraintSet();
    private final WorldConstraints constraints;
    private final Recovery recovery;
    private final double[] zero;
    private final double[] w;
    private final double[] shift;

    public PositionCorrection(
            WorldTree[] trees,
            BlockLayout layout,
            WorldConstraints constraints,
            SolverSettings settings,
            Recovery recovery) {
        this.trees = trees;
        this.layout = layout;
        this.constraints = constraints;
        solver = new ConstraintSolver(layout, settings);
        this.recovery = recovery;
        zero = new double[layout.length()];
        w = new double[layout.length()];
        shift = new double[layout.length()];
    }

    /**
     * Corrects the configuration, if anything is to be corrected.
     *
     * @param velocities the constraints of the step, whose contacts' rows are used again
     * @param q Modified. the configuration
     * @param v Modified. the velocity, where bodies that fly are turned: it stays what it is in the world
     * @param next w at the step's end
     * @param placed places the links at a configuration
     * @return whether it changed
     */
    public boolean correct(
            ContactBuffer contacts,
            ConstraintSet velocities,
            double[] q,
            double[] v,
            double[] next,
            double dt,
            WorldPlacement placed) {
        boolean overlap =
                constraints.joints().violation(q) > recovery.tolerance() || overlaps(contacts, velocities, next, dt);
        boolean loops = constraints.hasLoops() && openness(q, placed) > CLOSED;
        if (!overlap && !loops) {
            return false;
        }
        set.clear();
        if (overlap) {
            addContacts(contacts, velocities, next, dt);
            constraints.joints().correct(set, q, recovery);
        }
        constraints.correctLoops(set, q, placed.poses(), recovery);
        for (int k = 0; k < ROUNDS; k++) {
            apply(q, v);
            if (!constraints.hasLoops() || openness(q, placed) <= CLOSED) {
                break;
            }
            keepOnlyLoops();
            constraints.renewLoops(set, q, placed.poses());
        }
        return true;
    }

    private double openness(double[] q, WorldPlacement placed) {
        placed.place(q);
        return constraints.openness(q, placed.poses());
    }

    /** What was taken back once is not taken back again: rows of gaps and limits only hold what is reached. */
    private void keepOnlyLoops() {
        for (int c = 0; c < set.count(); c++) {
            if (set.kind[c] == ConstraintKind.UNILATERAL) {
                set.bias[set.row[c]] = 0;
                set.lambda[set.row[c]] = 0;
            }
        }
    }

    private void apply(double[] q, double[] v) {
        solver.solve(set, zero, w);
        Arrays.fill(shift, 0);
        for (int t = 0; t < trees.length; t++) {
            if (moves(layout.start()[t], layout.start()[t + 1])) {
                trees[t].velocity(w, shift);
                trees[t].shift(q, v, shift);
            }
        }
    }

    private boolean moves(int from, int to) {
        for (int i = from; i < to; i++) {
            if (w[i] != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean overlaps(ContactBuffer contacts, ConstraintSet velocities, double[] next, double dt) {
        for (int i = 0; i < contacts.count(); i++) {
            int c = constraints.contacts().solved().normal(i);
            if (c >= 0
                    && velocities.compliance[c] == 0
                    && gapAfter(contacts, i, velocities, c, next, dt) < -2 * recovery.tolerance()) {
                return true;
            }
        }
        return false;
    }

    private static double gapAfter(
            ContactBuffer contacts, int i, ConstraintSet velocities, int c, double[] next, double dt) {
        double u = 0;
        int o = velocities.values[c];
        int s = velocities.support[c];
        for (int k = 0; k < velocities.supportSize[c]; k++) {
            u += velocities.y[o + k] * next[velocities.index[s + k]];
        }
        return contacts.geometry[7 * i + 6] + dt * u;
    }

    private void addContacts(ContactBuffer contacts, ConstraintSet velocities, double[] next, double dt) {
        for (int i = 0; i < contacts.count(); i++) {
            int from = constraints.contacts().solved().normal(i);
            if (from < 0 || velocities.compliance[from] != 0) {
                continue;
            }
            double gap = gapAfter(contacts, i, velocities, from, next, dt);
            if (gap < recovery.reach()) {
                int size = velocities.supportSize[from];
                int c = set.add(
                        ConstraintKind.UNILATERAL, 1, size, velocities.firstBlock[from], velocities.secondBlock[from]);
                System.arraycopy(velocities.index, velocities.support[from], set.index, set.support[c], size);
                System.arraycopy(velocities.y, velocities.values[from], set.y, set.values[c], size);
                set.bias[set.row[c]] = recovery.bias(gap);
            }
        }
    }
}
