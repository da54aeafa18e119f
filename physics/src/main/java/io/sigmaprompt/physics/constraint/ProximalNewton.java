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
    /** A coupled round turns slowly round the corners of the laws, with short steps and many. */
    private static final double SHORTEST = 0.001;

    private static final int COUPLED_STEPS = 40;

    /** Softness where no impulse changes anything, so that none is tried. */
    private static final double IMMOVABLE = 1e30;

    private final BlockLayout layout;
    private final NewtonSystem system;
    private final ConstraintProjection projection = new ConstraintProjection();
    private final double[] gradient;
    private final double[] step;
    /** r·lambda of the last round, the shift s, and a step's change of velocity: per row. */
    private double[] center = new double[0];

    private double[] shift = new double[0];
    private double[] change = new double[0];
    /** r, and the bound of the impulse: per constraint. */
    private double[] softness = new double[0];

    private double[] bound = new double[0];
    /** Whether s is that of w itself; then the sliding velocity that was projected last, and its length. */
    private boolean coupled;

    private double slide1;
    private double slide2;
    private double slide;
    private final double[] law = new double[9];
    /** How the normal impulse that bounds a contact's other friction changes with its contact's velocity. */
    private final double[] partnerLaw = new double[3];

    private boolean partnerFlat;

    /** Newton steps since the world began: what the method costs. */
    long steps;

    ProximalNewton(BlockLayout layout) {
        this.layout = layout;
        system = new NewtonSystem(layout);
        gradient = new double[layout.length()];
        step = new double[layout.length()];
    }

    /** Takes an island's graph. */
    void begin(ConstraintSet set, Island island) {
        if (center.length < set.rowCount()) {
            center = new double[2 * set.rowCount()];
            shift = new double[center.length];
            change = new double[center.length];
        }
        if (softness.length < set.count()) {
            softness = new double[2 * set.count()];
            bound = new double[softness.length];
        }
        system.begin(set, island);
    }

    /** Sets r, relative to each constraint's mobility. */
    void soften(ConstraintSet set, Island island, double relative) {
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
            double mobility = set.mobility(c);
            softness[c] = mobility > 0 ? relative * mobility : IMMOVABLE;
        }
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
        coupled = false;
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            center(set, island.constraints[i], w);
        }
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

    /**
     * One round in which s is that of w itself, not of the last round: Coulomb's law as it stands, whose derivative is not
     * symmetric. Converges fast where it does, near the solution.
     *
     * @param tolerance of a row's velocity, m/s
     * @return whether it converged; if not, {@link #finish} must not follow
     */
    boolean coupledRound(ConstraintSet set, Island island, double[] free, double[] w, double tolerance) {
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            center(set, island.constraints[i], w);
        }
        coupled = true;
        boolean converged = false;
        double error = residual(set, island, free, w, false);
        for (int k = 0; k < COUPLED_STEPS && !converged; k++) {
            steps++;
            system.clearUnsymmetric(island);
            residual(set, island, free, w, true);
            if (!system.factorUnsymmetric()) {
                break;
            }
            system.solve(island, false, gradient, step);
            double greatest = changes(set, island);
            double length = 1;
            double next = move(set, island, free, w, -length);
            while (!(next < error) && greatest > tolerance && length > SHORTEST) {
                length *= 0.5;
                next = move(set, island, free, w, length);
            }
            if (!(next < error) && greatest > tolerance) {
                break;
            }
            error = next;
            converged = greatest <= tolerance;
        }
        coupled = converged;
        return converged;
    }

    /** Adds a multiple of the step to w; the residual there. */
    private double move(ConstraintSet set, Island island, double[] free, double[] w, double length) {
        for (int i = island.firstBlock; i < island.endBlock; i++) {
            int b = island.blocks[i];
            for (int j = layout.start()[b]; j < layout.start()[b + 1]; j++) {
                w[j] += length * step[j];
            }
        }
        return residual(set, island, free, w, false);
    }

    /** Writes {@code w - free - Σ Yᵀ·lambda(w)}; its square, and on demand its derivative into the system. */
    private double residual(ConstraintSet set, Island island, double[] free, double[] w, boolean derive) {
        for (int i = island.firstBlock; i < island.endBlock; i++) {
            int b = island.blocks[i];
            for (int j = layout.start()[b]; j < layout.start()[b + 1]; j++) {
                gradient[j] = w[j] - free[j];
            }
        }
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
            if (set.kind[c] == ConstraintKind.CONTACT_FRICTION) {
                bindToPartner(set, c, w, derive);
            }
            project(set, c, w);
            set.apply(c, -projection.x0, -projection.x1, -projection.x2, gradient);
            if (derive) {
                addDerivative(set, c);
            }
        }
        double sum = 0;
        for (int i = island.firstBlock; i < island.endBlock; i++) {
            int b = island.blocks[i];
            for (int j = layout.start()[b]; j < layout.start()[b + 1]; j++) {
                sum += gradient[j] * gradient[j];
            }
        }
        return sum;
    }

    /** Bounds torsional or rolling friction by the normal impulse of its contact at w itself. */
    private void bindToPartner(ConstraintSet set, int c, double[] w, boolean derive) {
        int partner = set.partner[c];
        project(set, partner, w);
        bound[c] = projection.x0;
        if (derive) {
            partnerFlat = projection.flat;
            derive(set, partner);
            System.arraycopy(law, 0, partnerLaw, 0, 3);
        }
    }

    private void addDerivative(ConstraintSet set, int c) {
        boolean atBound = set.kind[c] == ConstraintKind.CONTACT_FRICTION && projection.bounded && !partnerFlat;
        if (!projection.flat) {
            derive(set, c);
            system.addUnsymmetric(set, c, c, law);
        }
        if (atBound) {
            for (int k = 0; k < 3; k++) {
                law[k] = projection.along0 * partnerLaw[k];
                law[3 + k] = projection.along1 * partnerLaw[k];
            }
            system.addUnsymmetric(set, c, set.partner[c], law);
        }
    }

    /** What the impulse changes by with the velocity, sign turned: P'/r, times what s changes the normal velocity by. */
    private void derive(ConstraintSet set, int c) {
        double[] p = projection.derivative;
        double inverse = 1 / (softness[c] + set.compliance[c]);
        law[0] = inverse * p[0];
        law[1] = inverse * p[1];
        law[2] = inverse * p[2];
        law[3] = inverse * p[1];
        law[4] = inverse * p[3];
        law[5] = inverse * p[4];
        law[6] = inverse * p[2];
        law[7] = inverse * p[4];
        law[8] = inverse * p[5];
        if (set.kind[c] == ConstraintKind.FRICTION_CONE && slide > 0) {
            for (int r = 0; r < 9; r += 3) {
                law[r + 1] += law[r] * slide1 / slide;
                law[r + 2] += law[r] * slide2 / slide;
            }
        }
    }

    /** Sets the impulses that belong to w, and w to what belongs to them. */
    void finish(ConstraintSet set, Island island, double[] free, double[] w) {
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
            project(set, c, w);
            int r = set.row[c];
            set.lambda[r] = projection.x0;
            if (set.rows[c] > 1) {
                set.lambda[r + 1] = projection.x1;
            }
            if (set.rows[c] > 2) {
                set.lambda[r + 2] = projection.x2;
            }
        }
        reset(set, island, free, w);
    }

    /** Sets w to what belongs to the impulses. */
    void reset(ConstraintSet set, Island island, double[] free, double[] w) {
        for (int i = island.firstBlock; i < island.endBlock; i++) {
            int b = island.blocks[i];
            int o = layout.start()[b];
            System.arraycopy(free, o, w, o, layout.size(b));
        }
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            set.applyImpulse(island.constraints[i], w);
        }
    }

    private void center(ConstraintSet set, int c, double[] w) {
        int r = set.row[c];
        for (int k = 0; k < set.rows[c]; k++) {
            center[r + k] = softness[c] * set.lambda[r + k];
            shift[r + k] = 0;
        }
        bound[c] = SolverError.bound(set, c);
        if (set.kind[c] == ConstraintKind.FRICTION_CONE) {
            double u1 = set.velocity(c, 1, w) + set.compliance[c] * set.lambda[r + 1];
            double u2 = set.velocity(c, 2, w) + set.compliance[c] * set.lambda[r + 2];
            shift[r] = Math.sqrt(u1 * u1 + u2 * u2);
        }
    }

    private void project(ConstraintSet set, int c, double[] w) {
        int r = set.row[c];
        int n = set.rows[c];
        double inverse = 1 / (softness[c] + set.compliance[c]);
        double u1 = n > 1 ? set.velocity(c, 1, w) : 0;
        double u2 = n > 2 ? set.velocity(c, 2, w) : 0;
        double s = shift[r];
        if (coupled && set.kind[c] == ConstraintKind.FRICTION_CONE) {
            slide1 = u1;
            slide2 = u2;
            slide = Math.sqrt(u1 * u1 + u2 * u2);
            s = slide;
        }
        double y0 = inverse * (center[r] - s - set.velocity(c, 0, w));
        double y1 = n > 1 ? inverse * (center[r + 1] - u1) : 0;
        double y2 = n > 2 ? inverse * (center[r + 2] - u2) : 0;
        projection.project(set.kind[c], n, bound[c], y0, y1, y2);
    }

    /** Gradient and Hessian at w. */
    private void evaluate(ConstraintSet set, Island island, double[] free, double[] w) {
        for (int i = island.firstBlock; i < island.endBlock; i++) {
            int b = island.blocks[i];
            for (int j = layout.start()[b]; j < layout.start()[b + 1]; j++) {
                gradient[j] = w[j] - free[j];
            }
        }
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
            project(set, c, w);
            set.apply(c, -projection.x0, -projection.x1, -projection.x2, gradient);
            if (!projection.flat) {
                system.add(set, c, projection.derivative, 1 / (softness[c] + set.compliance[c]));
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
            double inverse = 1 / (softness[c] + set.compliance[c]);
            double d0 = change[r];
            double d1 = n > 1 ? change[r + 1] : 0;
            double d2 = n > 2 ? change[r + 2] : 0;
            double y0 = inverse * (center[r] - shift[r] - set.velocity(c, 0, w) - x * d0);
            double y1 = n > 1 ? inverse * (center[r + 1] - set.velocity(c, 1, w) - x * d1) : 0;
            double y2 = n > 2 ? inverse * (center[r + 2] - set.velocity(c, 2, w) - x * d2) : 0;
            projection.project(set.kind[c], n, bound[c], y0, y1, y2);
            sum -= d0 * projection.x0;
            if (n > 1) {
                sum -= d1 * projection.x1;
            }
            if (n > 2) {
                sum -= d2 * projection.x2;
            }
        }
        return sum;
    }
}
