package io.sigmaprompt.physics.constraint;

/**
 * Newton's method on Coulomb's law as it stands: a round of the proximal method in which the shift |u_t| and the bounds of
 * torsional and rolling friction are those of w itself and not of the round before. The derivative is not symmetric, and there
 * is no convex objective; it converges fast where it does, near the solution.
 */
final class CoupledNewton {
    /** It turns slowly round the corners of the laws, with short steps and many. */
    private static final double SHORTEST = 0.001;

    private static final int MOST_STEPS = 40;

    private final BlockLayout layout;
    private final NewtonSystem system;
    private final ProximalLaw law;
    private final double[] gradient;
    private final double[] step;
    /** What an impulse changes by with the velocity, sign turned; rows x 3. */
    private final double[] slope = new double[9];
    /** The same of the normal impulse that bounds a contact's other friction. */
    private final double[] partnerSlope = new double[3];

    private boolean partnerFlat;
    /** The sliding velocity of the contact that was projected last, and its length. */
    private double slide1;

    private double slide2;
    private double slide;

    /** Newton steps since the world began: what the method costs. */
    long steps;

    CoupledNewton(BlockLayout layout, NewtonSystem system, ProximalLaw law) {
        this.layout = layout;
        this.system = system;
        this.law = law;
        gradient = new double[layout.length()];
        step = new double[layout.length()];
    }

    /**
     * One round.
     *
     * @param w Modified. the velocity; where the round did not converge, somewhere on the way
     * @param tolerance of a row's velocity, m/s
     * @return whether it converged
     */
    boolean round(ConstraintSet set, Island island, double[] free, double[] w, double tolerance) {
        law.center(set, island, w);
        double error = residual(set, island, free, w, false);
        for (int k = 0; k < MOST_STEPS; k++) {
            steps++;
            system.clearUnsymmetric(island);
            residual(set, island, free, w, true);
            if (!system.factorUnsymmetric()) {
                return false;
            }
            system.solve(island, false, gradient, step);
            double greatest = greatestChange(set, island);
            boolean last = greatest <= tolerance;
            double length = 1;
            double next = move(set, island, free, w, -length);
            while (!(next < error) && !last && length > SHORTEST) {
                length *= 0.5;
                next = move(set, island, free, w, length);
            }
            if (last) {
                return true;
            }
            if (!(next < error)) {
                return false;
            }
            error = next;
        }
        return false;
    }

    /** Sets the impulses that belong to w. */
    void finish(ConstraintSet set, Island island, double[] w) {
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
            project(set, c, w);
            law.projection.store(set, c);
        }
    }

    private double greatestChange(ConstraintSet set, Island island) {
        double greatest = 0;
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
            for (int k = 0; k < set.rows[c]; k++) {
                greatest = Math.max(greatest, Math.abs(set.product(c, k, step)));
            }
        }
        return greatest;
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
        ConstraintProjection found = law.projection;
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
            if (set.kind[c] == ConstraintKind.CONTACT_FRICTION) {
                bindToPartner(set, c, w, derive);
            }
            project(set, c, w);
            set.apply(c, -found.x0, -found.x1, -found.x2, gradient);
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
        law.bind(c, law.projection.x0);
        if (derive) {
            partnerFlat = law.projection.flat;
            derive(set, partner);
            System.arraycopy(slope, 0, partnerSlope, 0, 3);
        }
    }

    private void addDerivative(ConstraintSet set, int c) {
        ConstraintProjection found = law.projection;
        boolean atBound = set.kind[c] == ConstraintKind.CONTACT_FRICTION && found.bounded && !partnerFlat;
        if (!found.flat) {
            derive(set, c);
            system.addUnsymmetric(set, c, c, slope);
        }
        if (atBound) {
            for (int k = 0; k < 3; k++) {
                slope[k] = found.along0 * partnerSlope[k];
                slope[3 + k] = found.along1 * partnerSlope[k];
            }
            system.addUnsymmetric(set, c, set.partner[c], slope);
        }
    }

    private void project(ConstraintSet set, int c, double[] w) {
        if (set.kind[c] != ConstraintKind.FRICTION_CONE) {
            law.project(set, c, w);
            return;
        }
        slide1 = set.velocity(c, 1, w);
        slide2 = set.velocity(c, 2, w);
        slide = Math.sqrt(slide1 * slide1 + slide2 * slide2);
        law.project(set, c, w, slide);
    }

    /** The slope of the constraint that was projected last: P'/(r + R), times what the shift adds to the normal velocity. */
    private void derive(ConstraintSet set, int c) {
        double[] p = law.projection.derivative;
        double inverse = law.hardness(set, c);
        slope[0] = inverse * p[0];
        slope[1] = inverse * p[1];
        slope[2] = inverse * p[2];
        slope[3] = inverse * p[1];
        slope[4] = inverse * p[3];
        slope[5] = inverse * p[4];
        slope[6] = inverse * p[2];
        slope[7] = inverse * p[4];
        slope[8] = inverse * p[5];
        if (set.kind[c] == ConstraintKind.FRICTION_CONE && slide > 0) {
            for (int r = 0; r < 9; r += 3) {
                slope[r + 1] += slope[r] * slide1 / slide;
                slope[r + 2] += slope[r] * slide2 / slide;
            }
        }
    }
}
