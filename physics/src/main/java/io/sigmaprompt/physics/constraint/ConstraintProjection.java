package io.sigmaprompt.physics.constraint;

/**
 * The impulse of one constraint that is nearest to given numbers among those it may give, and how it changes with them.
 * Reused from constraint to constraint.
 */
final class ConstraintProjection {
    /** The projected impulse. */
    double x0;

    double x1;
    double x2;

    /** Its derivative: xx, xy, xz, yy, yz, zz. */
    final double[] derivative = new double[6];

    /** Whether the derivative is zero. */
    boolean flat;

    /** Whether the bound holds the impulse back, and the direction in which it then grows with its bound. */
    boolean bounded;

    double along0;
    double along1;

    /**
     * Projects.
     *
     * @param bound the greatest magnitude, where the kind has one
     * @param rows of the constraint
     */
    void project(ConstraintKind kind, int rows, double bound, double y0, double y1, double y2) {
        bounded = false;
        switch (kind) {
            case FRICTION_CONE -> cone(y0, y1, y2);
            case UNILATERAL -> {
                x0 = Math.max(0, y0);
                diagonal(y0 > 0 ? 1 : 0, 1);
            }
            case BILATERAL -> {
                x0 = y0;
                x1 = y1;
                x2 = y2;
                diagonal(1, rows);
            }
            case DRY_FRICTION -> interval(bound, y0);
            case CONTACT_FRICTION -> {
                if (rows == 1) {
                    interval(bound, y0);
                } else {
                    disc(bound, y0, y1);
                }
            }
        }
    }

    private void diagonal(double value, int rows) {
        derivative[0] = value;
        derivative[1] = 0;
        derivative[2] = 0;
        derivative[3] = rows > 1 ? value : 0;
        derivative[4] = 0;
        derivative[5] = rows > 2 ? value : 0;
        flat = value == 0;
    }

    private void interval(double bound, double y) {
        x0 = Math.max(-bound, Math.min(bound, y));
        bounded = Math.abs(y) >= bound;
        along0 = y < 0 ? -1 : 1;
        diagonal(bounded ? 0 : 1, 1);
    }

    private void disc(double bound, double y0, double y1) {
        double length = Math.sqrt(y0 * y0 + y1 * y1);
        if (length <= bound) {
            x0 = y0;
            x1 = y1;
            diagonal(1, 2);
            return;
        }
        double e0 = y0 / length;
        double e1 = y1 / length;
        x0 = bound * e0;
        x1 = bound * e1;
        bounded = true;
        along0 = e0;
        along1 = e1;
        double bend = bound / length;
        diagonal(0, 2);
        flat = bound == 0;
        derivative[0] = bend * (1 - e0 * e0);
        derivative[1] = -bend * e0 * e1;
        derivative[3] = bend * (1 - e1 * e1);
    }

    /** Onto {@code |(x1, x2)| <= x0}. */
    private void cone(double y0, double y1, double y2) {
        double length = Math.sqrt(y1 * y1 + y2 * y2);
        if (length <= y0) {
            x0 = y0;
            x1 = y1;
            x2 = y2;
            diagonal(1, 3);
        } else if (length <= -y0) {
            x0 = 0;
            x1 = 0;
            x2 = 0;
            diagonal(0, 3);
        } else {
            double e1 = y1 / length;
            double e2 = y2 / length;
            x0 = 0.5 * (y0 + length);
            x1 = x0 * e1;
            x2 = x0 * e2;
            double bend = x0 / length;
            double rest = 0.5 - bend;
            flat = false;
            derivative[0] = 0.5;
            derivative[1] = 0.5 * e1;
            derivative[2] = 0.5 * e2;
            derivative[3] = bend + rest * e1 * e1;
            derivative[4] = rest * e1 * e2;
            derivative[5] = bend + rest * e2 * e2;
        }
    }
}
