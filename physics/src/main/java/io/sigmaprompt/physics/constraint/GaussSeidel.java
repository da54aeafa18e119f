package io.sigmaprompt.physics.constraint;

/**
 * One constraint after another, each solved exactly against the others' latest impulses: the fastest way where few
 * contacts touch few bodies. On exit of a sweep {@code w = free + Σ Yᵀ·lambda} still holds, to rounding.
 */
final class GaussSeidel {
    private final CoulombImpulse contact = new CoulombImpulse();

    /**
     * Solves each listed constraint once.
     *
     * @param order constraints, {@code from} to before {@code to}
     * @param w Modified. the velocity
     */
    void sweep(ConstraintSet set, int[] order, int from, int to, double[] w) {
        for (int i = from; i < to; i++) {
            int c = order[i];
            switch (set.kind[c]) {
                case FRICTION_CONE -> cone(set, c, w);
                case UNILATERAL -> unilateral(set, c, w);
                case BILATERAL -> bilateral(set, c, w);
                case DRY_FRICTION -> bounded(set, c, set.bound[c], w);
                case CONTACT_FRICTION -> {
                    double bound = SolverError.bound(set, c);
                    if (set.rows[c] == 1) {
                        bounded(set, c, bound, w);
                    } else {
                        disc(set, c, bound, w);
                    }
                }
            }
        }
    }

    private void cone(ConstraintSet set, int c, double[] w) {
        int size = set.supportSize[c];
        int s = set.support[c];
        int o = set.values[c];
        int r = set.row[c];
        int d = 6 * c;
        double[] g = set.delassus;
        double[] y = set.y;
        int[] index = set.index;
        double u0 = set.bias[r];
        double u1 = set.bias[r + 1];
        double u2 = set.bias[r + 2];
        if (set.lambda[r] == 0 && set.lambda[r + 1] == 0 && set.lambda[r + 2] == 0 && set.velocity(c, 0, w) >= 0) {
            return;
        }
        for (int k = 0; k < size; k++) {
            double x = w[index[s + k]];
            u0 += y[o + k] * x;
            u1 += y[o + size + k] * x;
            u2 += y[o + 2 * size + k] * x;
        }
        double l0 = set.lambda[r];
        double l1 = set.lambda[r + 1];
        double l2 = set.lambda[r + 2];
        double z = set.compliance[c];
        u0 -= (g[d] - z) * l0 + g[d + 1] * l1 + g[d + 2] * l2;
        u1 -= g[d + 1] * l0 + (g[d + 3] - z) * l1 + g[d + 4] * l2;
        u2 -= g[d + 2] * l0 + g[d + 4] * l1 + (g[d + 5] - z) * l2;
        if (!contact.solve(g, d, u0, u1, u2, l1, l2)) {
            return;
        }
        set.lambda[r] = contact.n;
        set.lambda[r + 1] = contact.t1;
        set.lambda[r + 2] = contact.t2;
        double x0 = contact.n - l0;
        double x1 = contact.t1 - l1;
        double x2 = contact.t2 - l2;
        for (int k = 0; k < size; k++) {
            w[index[s + k]] += y[o + k] * x0 + y[o + size + k] * x1 + y[o + 2 * size + k] * x2;
        }
    }

    private static void unilateral(ConstraintSet set, int c, double[] w) {
        int r = set.row[c];
        double u = set.velocity(c, 0, w) + set.compliance[c] * set.lambda[r];
        double old = set.lambda[r];
        double g = set.delassus[6 * c];
        set.lambda[r] = g > 0 ? Math.max(0, old - u / g) : 0;
        set.apply(c, set.lambda[r] - old, 0, 0, w);
    }

    private static void bounded(ConstraintSet set, int c, double bound, double[] w) {
        int r = set.row[c];
        double old = set.lambda[r];
        double u = set.velocity(c, 0, w) + set.compliance[c] * old;
        double g = set.delassus[6 * c];
        set.lambda[r] = g > 0 ? Math.max(-bound, Math.min(bound, old - u / g)) : 0;
        set.apply(c, set.lambda[r] - old, 0, 0, w);
    }

    /** Two rows within a disc: a projected gradient step, safe by the greater mobility. */
    private static void disc(ConstraintSet set, int c, double bound, double[] w) {
        int r = set.row[c];
        double g = Math.max(set.delassus[6 * c], set.delassus[6 * c + 3]) + Math.abs(set.delassus[6 * c + 1]);
        double old1 = set.lambda[r];
        double old2 = set.lambda[r + 1];
        double x1 = 0;
        double x2 = 0;
        if (g > 0) {
            x1 = old1 - set.velocity(c, 0, w) / g;
            x2 = old2 - set.velocity(c, 1, w) / g;
            double length = Math.sqrt(x1 * x1 + x2 * x2);
            if (length > bound) {
                x1 *= bound / length;
                x2 *= bound / length;
            }
        }
        set.lambda[r] = x1;
        set.lambda[r + 1] = x2;
        set.apply(c, x1 - old1, x2 - old2, 0, w);
    }

    /** Rows one after another: they meet again in the next sweep. */
    private static void bilateral(ConstraintSet set, int c, double[] w) {
        for (int i = 0; i < set.rows[c]; i++) {
            int r = set.row[c] + i;
            double g = set.delassus[6 * c + (i == 0 ? 0 : i == 1 ? 3 : 5)];
            if (g > 0) {
                double x = -(set.velocity(c, i, w) + set.compliance[c] * set.lambda[r]) / g;
                set.lambda[r] += x;
                set.apply(c, i == 0 ? x : 0, i == 1 ? x : 0, i == 2 ? x : 0, w);
            }
        }
    }
}
