package io.sigmaprompt.physics.constraint;

/**
 * How far velocities and impulses are from obeying all laws: for each constraint the distance between its impulse and the
 * projection of {@code lambda - u/g} onto what it may give, times its mobility g, which is a velocity. Zero exactly where
 * Signorini's condition, Coulomb's cone and maximum dissipation hold (the natural map of the complementarity problem).
 */
final class SolverError {
    private final ConstraintProjection projection = new ConstraintProjection();

    /** The greatest error of the listed constraints, m/s and rad/s. */
    double of(ConstraintSet set, int[] order, int from, int to, double[] w) {
        double worst = 0;
        for (int i = from; i < to; i++) {
            worst = Math.max(worst, of(set, order[i], w));
        }
        return worst;
    }

    private double of(ConstraintSet set, int c, double[] w) {
        int n = set.rows[c];
        return of(set, c, set.velocity(c, 0, w), n > 1 ? set.velocity(c, 1, w) : 0, n > 2 ? set.velocity(c, 2, w) : 0);
    }

    /** The error of one constraint whose rows have these velocities. */
    double of(ConstraintSet set, int c, double v0, double v1, double v2) {
        int n = set.rows[c];
        int r = set.row[c];
        double g = set.mobility(c);
        if (!(g > 0)) {
            return 0;
        }
        double z = set.compliance[c];
        double l0 = set.lambda[r];
        double l1 = n > 1 ? set.lambda[r + 1] : 0;
        double l2 = n > 2 ? set.lambda[r + 2] : 0;
        double u0 = v0 + z * l0;
        if (u0 >= 0 && l0 == 0 && l1 == 0 && l2 == 0 && opens(set.kind[c])) {
            return 0;
        }
        double u1 = v1 + z * l1;
        double u2 = v2 + z * l2;
        if (set.kind[c] == ConstraintKind.FRICTION_CONE) {
            u0 += Math.sqrt(u1 * u1 + u2 * u2);
        }
        projection.project(set.kind[c], n, bound(set, c), l0 - u0 / g, l1 - u1 / g, l2 - u2 / g);
        double e = Math.abs(projection.x0 - l0);
        if (n > 1) {
            e = Math.max(e, Math.abs(projection.x1 - l1));
        }
        if (n > 2) {
            e = Math.max(e, Math.abs(projection.x2 - l2));
        }
        return e * g;
    }

    /** Whether a constraint that parts without an impulse obeys its law, whatever its other rows do. */
    private static boolean opens(ConstraintKind kind) {
        return kind == ConstraintKind.FRICTION_CONE || kind == ConstraintKind.UNILATERAL;
    }

    /** The magnitude that bounds a constraint's impulse where its kind has one. */
    static double bound(ConstraintSet set, int c) {
        return set.kind[c] == ConstraintKind.CONTACT_FRICTION
                ? Math.max(0, set.lambda[set.row[set.partner[c]]])
                : set.bound[c];
    }

    /** The greatest velocity that the listed constraints would have without impulses: what errors are relative to. */
    double scale(ConstraintSet set, int[] order, int from, int to, double[] free) {
        double greatest = 0;
        for (int i = from; i < to; i++) {
            int c = order[i];
            for (int r = 0; r < set.rows[c]; r++) {
                greatest = Math.max(greatest, Math.abs(set.velocity(c, r, free)));
            }
        }
        return greatest;
    }
}
