package io.sigmaprompt.physics.constraint;

/** The exact impulse of one constraint where all others stand fixed. Reused from constraint to constraint. */
final class LocalStep {
    private final CoulombImpulse contact = new CoulombImpulse();

    /** What the last impulse changed by, per row. */
    double x0;

    double x1;
    double x2;

    /**
     * Sets a constraint's impulse.
     *
     * @param u0 velocities of the constraint's rows under all impulses, its own included; those beyond its rows are not
     *     looked at
     */
    void solve(ConstraintSet set, int c, double u0, double u1, double u2) {
        x0 = 0;
        x1 = 0;
        x2 = 0;
        switch (set.kind[c]) {
            case FRICTION_CONE -> cone(set, c, u0, u1, u2);
            case UNILATERAL -> unilateral(set, c, u0);
            case BILATERAL -> bilateral(set, c, u0, u1, u2);
            case DRY_FRICTION -> bounded(set, c, set.bound[c], u0);
            case CONTACT_FRICTION -> {
                double bound = SolverError.bound(set, c);
                if (set.rows[c] == 1) {
                    bounded(set, c, bound, u0);
                } else {
                    disc(set, c, bound, u0, u1);
                }
            }
        }
    }

    private void cone(ConstraintSet set, int c, double u0, double u1, double u2) {
        double[] g = set.delassus;
        int d = 6 * c;
        int r = set.row[c];
        double z = set.compliance[c];
        double l0 = set.lambda[r];
        double l1 = set.lambda[r + 1];
        double l2 = set.lambda[r + 2];
        double c0 = u0 - ((g[d] - z) * l0 + g[d + 1] * l1 + g[d + 2] * l2);
        double c1 = u1 - (g[d + 1] * l0 + (g[d + 3] - z) * l1 + g[d + 4] * l2);
        double c2 = u2 - (g[d + 2] * l0 + g[d + 4] * l1 + (g[d + 5] - z) * l2);
        if (!contact.solve(g, d, c0, c1, c2, l1, l2)) {
            return;
        }
        set.lambda[r] = contact.n;
        set.lambda[r + 1] = contact.t1;
        set.lambda[r + 2] = contact.t2;
        x0 = contact.n - l0;
        x1 = contact.t1 - l1;
        x2 = contact.t2 - l2;
    }

    private void unilateral(ConstraintSet set, int c, double u0) {
        int r = set.row[c];
        double old = set.lambda[r];
        double g = set.delassus[6 * c];
        set.lambda[r] = g > 0 ? Math.max(0, old - (u0 + set.compliance[c] * old) / g) : 0;
        x0 = set.lambda[r] - old;
    }

    private void bounded(ConstraintSet set, int c, double bound, double u0) {
        int r = set.row[c];
        double old = set.lambda[r];
        double g = set.delassus[6 * c];
        double u = u0 + set.compliance[c] * old;
        set.lambda[r] = g > 0 ? Math.max(-bound, Math.min(bound, old - u / g)) : 0;
        x0 = set.lambda[r] - old;
    }

    /** Two rows within a disc: a projected gradient step, safe by the greater mobility. */
    private void disc(ConstraintSet set, int c, double bound, double u0, double u1) {
        int r = set.row[c];
        double g = Math.max(set.delassus[6 * c], set.delassus[6 * c + 3]) + Math.abs(set.delassus[6 * c + 1]);
        double old0 = set.lambda[r];
        double old1 = set.lambda[r + 1];
        double l0 = 0;
        double l1 = 0;
        if (g > 0) {
            l0 = old0 - u0 / g;
            l1 = old1 - u1 / g;
            double length = Math.sqrt(l0 * l0 + l1 * l1);
            if (length > bound) {
                l0 *= bound / length;
                l1 *= bound / length;
            }
        }
        set.lambda[r] = l0;
        set.lambda[r + 1] = l1;
        x0 = l0 - old0;
        x1 = l1 - old1;
    }

    /** Rows one after another: they meet again in the next sweep. */
    private void bilateral(ConstraintSet set, int c, double u0, double u1, double u2) {
        double[] g = set.delassus;
        int d = 6 * c;
        x0 = hold(set, c, 0, g[d], u0);
        if (set.rows[c] > 1) {
            x1 = hold(set, c, 1, g[d + 3], u1 + g[d + 1] * x0);
        }
        if (set.rows[c] > 2) {
            x2 = hold(set, c, 2, g[d + 5], u2 + g[d + 2] * x0 + g[d + 4] * x1);
        }
    }

    private static double hold(ConstraintSet set, int c, int row, double g, double u) {
        int r = set.row[c] + row;
        double x = g > 0 ? -(u + set.compliance[c] * set.lambda[r]) / g : 0;
        set.lambda[r] += x;
        return x;
    }
}
