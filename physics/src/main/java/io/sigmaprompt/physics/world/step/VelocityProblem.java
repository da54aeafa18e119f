package io.sigmaprompt.physics.world.step;

import io.sigmaprompt.physics.collision.manifold.ContactBuffer;
import io.sigmaprompt.physics.constraint.BlockLayout;
import io.sigmaprompt.physics.constraint.ConstraintSet;
import io.sigmaprompt.physics.constraint.ConstraintSolver;
import io.sigmaprompt.physics.constraint.SolverReport;
import io.sigmaprompt.physics.constraint.SolverSettings;
import io.sigmaprompt.physics.world.tree.WorldTree;
import java.util.Arrays;

/**
 * The velocities at the end of a step: where the trees would go without constraints, the constraints, and what both come to.
 * Reused from step to step.
 */
public final class VelocityProblem {
    /** Times that bounces are damped, lest together they make energy; the last time to nothing. */
    private static final int DAMPINGS = 6;

    private static final double DAMPING = 0.7;
    private static final double ROUNDING = 1e-9;

    private final WorldTree[] trees;
    private final Sleep sleep;
    private final WorldConstraints constraints;
    private final ConstraintSolver solver;
    private final ConstraintSet set = new ConstraintSet();
    private final double[] start;
    private final double[] free;
    private final double[] next;
    private final double[] freeVelocity;
    private final double[] nextVelocity;
    private final double[] share;
    private final boolean[] touched;
    private final boolean[] held;

    public VelocityProblem(
            WorldTree[] trees, Sleep sleep, WorldConstraints constraints, BlockLayout layout, SolverSettings settings) {
        this.trees = trees;
        this.sleep = sleep;
        this.constraints = constraints;
        solver = new ConstraintSolver(layout, settings);
        start = new double[layout.length()];
        free = new double[layout.length()];
        next = new double[layout.length()];
        freeVelocity = new double[layout.length()];
        nextVelocity = new double[layout.length()];
        share = new double[trees.length];
        touched = new boolean[trees.length];
        held = new boolean[trees.length];
    }

    /**
     * Computes where the step would lead without constraints.
     *
     * @return the tree whose velocity would not be finite, or -1
     */
    public int prepare(double[] q, double[] v, WorldForces forces, double dt) {
        for (int t = 0; t < trees.length; t++) {
            if (!sleep.asleep(t)) {
                trees[t].prepare(q, v, forces.tau(), forces.diagonal(), dt, free);
                trees[t].whitenVelocity(v, start);
                trees[t].velocity(free, freeVelocity);
            } else {
                Arrays.fill(free, trees[t].vOffset, trees[t].vOffset + trees[t].nv, 0);
                Arrays.fill(start, trees[t].vOffset, trees[t].vOffset + trees[t].nv, 0);
            }
        }
        return infinite(free);
    }

    /**
     * Finds the velocities that obey the constraints.
     *
     * @return the tree whose velocity would not be finite, or -1
     */
    public int solve(ContactBuffer contacts, double[] q, double[] v, double[] poses, double dt) {
        set.clear();
        constraints.contacts().build(contacts, set, start, free, dt);
        constraints.build(set, q, v, freeVelocity, poses, dt);
        solver.solve(set, free, next);
        // Newton's law of impact may make energy where several contacts act at once: then they bounce less.
        double most = Math.max(energy(free), energy(start)) * (1 + ROUNDING);
        for (int k = 1; k <= DAMPINGS && energy(next) > most; k++) {
            if (!constraints.contacts().dampBounces(set, k < DAMPINGS ? DAMPING : 0)) {
                break;
            }
            solver.solve(set, free, next);
        }
        return infinite(next);
    }

    /** Moves all that is awake: what nothing holds by itself, and what something holds with the velocity found. */
    public void advance(double[] q, double[] v, WorldForces forces, double dt) {
        markHeld();
        for (int t = 0; t < trees.length; t++) {
            if (sleep.asleep(t)) {
                continue;
            }
            boolean free = !held[t] && forces.steady(trees[t]);
            if (!free
                    || !trees[t].moveFreely(
                            q,
                            v,
                            forces.tau(),
                            forces.diagonal(),
                            forces.field().change(),
                            dt)) {
                trees[t].velocity(next, nextVelocity);
                trees[t].advance(q, v, nextVelocity, share[t], touched[t], dt);
            }
        }
    }

    private void markHeld() {
        Arrays.fill(held, false);
        for (int c = 0; c < set.count(); c++) {
            if (set.firstBlock[c] >= 0) {
                held[set.firstBlock[c]] = true;
            }
            if (set.secondBlock[c] >= 0) {
                held[set.secondBlock[c]] = true;
            }
        }
    }

    /** Reads the impulses, and remembers them for the next step. */
    public void collect(ContactBuffer contacts, double dt) {
        Arrays.fill(share, 0);
        Arrays.fill(touched, false);
        constraints.contacts().collect(contacts, set, dt, share, touched);
        constraints.collect(set, dt, touched);
    }

    private static double energy(double[] w) {
        double sum = 0;
        for (double x : w) {
            sum += x * x;
        }
        return sum;
    }

    private int infinite(double[] w) {
        for (int t = 0; t < trees.length; t++) {
            for (int i = trees[t].vOffset; i < trees[t].vOffset + trees[t].nv; i++) {
                if (!Double.isFinite(w[i])) {
                    return t;
                }
            }
        }
        return -1;
    }

    /** The constraints of the last step, with their impulses. */
    public ConstraintSet set() {
        return set;
    }

    /** w of the last step without constraints. */
    public double[] free() {
        return free;
    }

    /** w at the last step's end. */
    public double[] next() {
        return next;
    }

    public SolverReport report() {
        return solver.report();
    }
}
