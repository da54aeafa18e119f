package io.sigmaprompt.physics.constraint;

/**
 * The proximal method of multipliers with Newton's method inside, for islands where one constraint after another comes to
 * the solution too slowly: long chains of contacts, large ratios of mass.
 *
 * <p>With the normals' biases s = |u_t| of the last round the problem is the convex {@code min ½|w - free|²} under {@code u +
 * s ∈ K}. Its dual steps {@code lambda := P(lambda - (u + s)/r)} (Rockafellar, Augmented Lagrangians and applications of the
 * proximal point algorithm in convex programming, 1976) are one smooth unconstrained problem in w each, of gradient {@code w
 * - free - Σ Yᵀ·P(..)} and Hessian {@code 1 + Σ Yᵀ·P'·Y/r}, which Newton's method with a line search solves. As r is small,
 * few rounds are needed; as s is renewed in each, the limit obeys Coulomb's law itself and not its convex relaxation
 * (Acary, Cadoux, Lemaréchal, Malick, A formulation of the linear discrete Coulomb friction problem via convex optimization,
 * ZAMM 2011).
 */
final class ProximalNewton {
    private static final int SEARCH_STEPS = 20;

    private final BlockLayout layout;
    private final NewtonSystem system;
    private final ProximalLaw law;
    private final double[] gradient;
    private final double[] step;
    /** What a step changes each row's velocity by. */
    private double[] change = new double[0];

    /** Newton steps since the world began: what the method costs. */
    long steps;

    ProximalNewton(BlockLayout layout, NewtonSystem system, ProximalLaw law) {
        this.layout = layout;
        this.system = system;
        this.law = law;
        gradient = new double[layout.length()];
        step = new double[layout.length()];
    }

    /**
     * One round: renews s, then the impulses, and w with them.
     *
     * @param w Modified. the velocity, {@code free + Σ Yᵀ·lambda} before and after
     * @param tolerance of a row's velocity in the inner problem, m/s
     * @param mostSteps of Newton's method
     * @return whether the inner problem was solved; if not, w is nearer to its solution, and {@link #finish} must not follow
     */
    boolean round(ConstraintSet set, Island island, double[] free, double[] w, double tolerance, int mostSteps) {
        if (change.length < set.rowCount()) {
            change = new double[2 * set.rowCount()];
        }
        law.center(set, island, w);
        for (int k = 0; k < mostSteps; k++) {
            steps++;
            system.clear(island);
            evaluate(set, island, free, w);
            if (!system.factor()) {
                return false;
            }
            system.solve(island, true, gradient, step);
            double initial = 0;
            for (int i = island.firstBlock; i < island.endBlock; i++) {
                int b = island.blocks[i];
                for (int j = layout.start()[b]; j < layout.start()[b + 1]; j++) {
                    step[j] = -step[j];
                    initial += step[j] * gradient[j];
                }
            }
            if (!(initial < 0)) {
                return initial == 0;
            }
            double greatest = changes(set, island);
            boolean last = greatest <= tolerance;
            double length = last ? 1 : search(set, island, free, w, initial);
            for (int i = island.firstBlock; i < island.endBlock; i++) {
                int b = island.blocks[i];
                for (int j = layout.start()[b]; j < layout.start()[b + 1]; j++) {
                    w[j] += length * step[j];
                }
            }
            if (last) {
                return true;
            }
        }
        return false;
    }

    /** Sets the impulses that belong to w. */
    void finish(ConstraintSet set, Island island, double[] w) {
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
            law.project(set, c, w);
            law.projection.store(set, c);
        }
    }

    /** Gradient and Hessian at w. */
    private void evaluate(ConstraintSet set, Island island, double[] free, double[] w) {
        ConstraintProjection found = law.projection;
        for (int i = island.firstBlock; i < island.endBlock; i++) {
            int b = island.blocks[i];
            for (int j = layout.start()[b]; j < layout.start()[b + 1]; j++) {
                gradient[j] = w[j] - free[j];
            }
        }
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
            law.project(set, c, w);
            set.apply(c, -found.x0, -found.x1, -found.x2, gradient);
            if (!found.flat) {
                system.add(set, c, found.derivative, law.hardness(set, c));
            }
        }
    }

    /** What a full step changes the rows' velocities by; the greatest. */
    private double changes(ConstraintSet set, Island island) {
        double greatest = 0;
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
            int r = set.row[c];
            for (int k = 0; k < set.rows[c]; k++) {
                double d = set.product(c, k, step);
                change[r + k] = d;
                greatest = Math.max(greatest, Math.abs(d));
            }
        }
        return greatest;
    }

    /** The length of step, at most 1, at which the objective's slope has all but vanished. */
    private double search(ConstraintSet set, Island island, double[] free, double[] w, double initial) {
        double high = slope(set, island, free, w, 1);
        if (high <= -0.1 * initial) {
            return 1;
        }
        double low = initial;
        double a = 0;
        double b = 1;
        for (int i = 0; i < SEARCH_STEPS; i++) {
            double x = i % 3 == 2 ? 0.5 * (a + b) : a + (b - a) * (-low / (high - low));
            double s = slope(set, island, free, w, x);
            if (Math.abs(s) <= -0.1 * initial) {
                return x;
            }
            if (s < 0) {
                a = x;
                low = s;
            } else {
                b = x;
                high = s;
            }
        }
        return a > 0 ? a : b;
    }

    private double slope(ConstraintSet set, Island island, double[] free, double[] w, double x) {
        ConstraintProjection found = law.projection;
        double sum = 0;
        for (int i = island.firstBlock; i < island.endBlock; i++) {
            int b = island.blocks[i];
            for (int j = layout.start()[b]; j < layout.start()[b + 1]; j++) {
                sum += step[j] * (w[j] + x * step[j] - free[j]);
            }
        }
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
            int r = set.row[c];
            int n = set.rows[c];
            double d0 = change[r];
            double d1 = n > 1 ? change[r + 1] : 0;
            double d2 = n > 2 ? change[r + 2] : 0;
            law.project(
                    set,
                    c,
                    set.velocity(c, 0, w) + x * d0,
                    n > 1 ? set.velocity(c, 1, w) + x * d1 : 0,
                    n > 2 ? set.velocity(c, 2, w) + x * d2 : 0);
            sum -= d0 * found.x0;
            if (n > 1) {
                sum -= d1 * found.x1;
            }
            if (n > 2) {
                sum -= d2 * found.x2;
            }
        }
        return sum;
    }
}
