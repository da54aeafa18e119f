package io.sigmaprompt.physics.constraint;

/**
 * One constraint after another, each solved exactly against the others' latest impulses: the fastest way where few
 * contacts touch few bodies. On exit of a sweep {@code w = free + Σ Yᵀ·lambda} still holds, to rounding.
 */
final class GaussSeidel {
    private final LocalStep step = new LocalStep();

    /**
     * Solves each constraint of an island once.
     *
     * @param w Modified. the velocity
     */
    void sweep(ConstraintSet set, Island island, double[] w) {
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
            if (set.kind[c] == ConstraintKind.FRICTION_CONE) {
                cone(set, c, w);
            } else {
                int rows = set.rows[c];
                double u0 = set.velocity(c, 0, w);
                double u1 = rows > 1 ? set.velocity(c, 1, w) : 0;
                double u2 = rows > 2 ? set.velocity(c, 2, w) : 0;
                step.solve(set, c, u0, u1, u2);
                set.apply(c, step.x0, step.x1, step.x2, w);
            }
        }
    }

    /** All three rows in one pass: most constraints are of this kind. */
    private void cone(ConstraintSet set, int c, double[] w) {
        int r = set.row[c];
        if (set.lambda[r] == 0 && set.lambda[r + 1] == 0 && set.lambda[r + 2] == 0 && set.velocity(c, 0, w) >= 0) {
            return;
        }
        int size = set.supportSize[c];
        int s = set.support[c];
        int o = set.values[c];
        double[] y = set.y;
        int[] index = set.index;
        double u0 = set.bias[r];
        double u1 = set.bias[r + 1];
        double u2 = set.bias[r + 2];
        for (int k = 0; k < size; k++) {
            double x = w[index[s + k]];
            u0 += y[o + k] * x;
            u1 += y[o + size + k] * x;
            u2 += y[o + 2 * size + k] * x;
        }
        step.solve(set, c, u0, u1, u2);
        set.apply(c, step.x0, step.x1, step.x2, w);
    }
}
