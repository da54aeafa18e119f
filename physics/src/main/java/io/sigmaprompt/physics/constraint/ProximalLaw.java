package io.sigmaprompt.physics.constraint;

/**
 * What every constraint's impulse is at a velocity, the last impulses drawn near by a softness r: {@code P((r·lambda_last - s
 * - u) / (r + R))}, and how it changes with the velocity. One step of the proximal method of multipliers as a function of w.
 */
final class ProximalLaw {
    /** Softness where no impulse changes anything, so that none is tried. */
    private static final double IMMOVABLE = 1e30;

    /** The impulse that {@link #project} found, and its derivative. */
    final ConstraintProjection projection = new ConstraintProjection();
    /** r·lambda of the last round, and the shift s of its velocity: per row. */
    private double[] center = new double[0];

    private double[] shift = new double[0];
    /** r, and the bound of the impulse: per constraint. */
    private double[] softness = new double[0];

    private double[] bound = new double[0];

    /** Makes room for a set. */
    void begin(ConstraintSet set) {
        if (center.length < set.rowCount()) {
            center = new double[2 * set.rowCount()];
            shift = new double[center.length];
        }
        if (softness.length < set.count()) {
            softness = new double[2 * set.count()];
            bound = new double[softness.length];
        }
    }

    /** Sets r, relative to each constraint's mobility. */
    void soften(ConstraintSet set, Island island, double relative) {
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
            double mobility = set.mobility(c);
            softness[c] = mobility > 0 ? relative * mobility : IMMOVABLE;
        }
    }

    /** Takes the impulses as the last round's, and the shifts and bounds that belong to them and to w. */
    void center(ConstraintSet set, Island island, double[] w) {
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
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
    }

    /** 1 / (r + R): what a velocity is turned into an impulse by. */
    double hardness(ConstraintSet set, int c) {
        return 1 / (softness[c] + set.compliance[c]);
    }

    /** Bounds a constraint's impulse anew. */
    void bind(int c, double magnitude) {
        bound[c] = magnitude;
    }

    /** The impulse of a constraint at w, with the shift of the last round. */
    void project(ConstraintSet set, int c, double[] w) {
        project(set, c, w, shift[set.row[c]]);
    }

    /** The same with another shift. */
    void project(ConstraintSet set, int c, double[] w, double s) {
        int n = set.rows[c];
        project(set, c, set.velocity(c, 0, w), n > 1 ? set.velocity(c, 1, w) : 0, n > 2 ? set.velocity(c, 2, w) : 0, s);
    }

    /** The impulse of a constraint whose rows have these velocities, with the shift of the last round. */
    void project(ConstraintSet set, int c, double u0, double u1, double u2) {
        project(set, c, u0, u1, u2, shift[set.row[c]]);
    }

    private void project(ConstraintSet set, int c, double u0, double u1, double u2, double s) {
        int r = set.row[c];
        int n = set.rows[c];
        double inverse = hardness(set, c);
        double y0 = inverse * (center[r] - s - u0);
        double y1 = n > 1 ? inverse * (center[r + 1] - u1) : 0;
        double y2 = n > 2 ? inverse * (center[r + 2] - u2) : 0;
        projection.project(set.kind[c], n, bound[c], y0, y1, y2);
    }
}
