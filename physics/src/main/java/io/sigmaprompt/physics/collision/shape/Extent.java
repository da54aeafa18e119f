package io.sigmaprompt.physics.collision.shape;

/**
 * A box about a solid in its own frame, and a rounding about that: what axis-aligned boxes are made of.
 *
 * @param centre of the box, 3, metres
 * @param half of its edges, 3, metres
 * @param radius how far the solid reaches beyond it, metres
 */
public record Extent(double[] centre, double[] half, double radius) {
    public static Extent of(double[] lower, double[] upper, double radius) {
        double[] centre = new double[3];
        double[] half = new double[3];
        for (int k = 0; k < 3; k++) {
            centre[k] = 0.5 * (lower[k] + upper[k]);
            half[k] = Math.max(0, 0.5 * (upper[k] - lower[k]) - radius);
        }
        return new Extent(centre, half, radius);
    }

    public static Extent of(ConvexShape shape) {
        double[] lower = new double[3];
        double[] upper = new double[3];
        shape.bounds(lower, upper);
        return of(lower, upper, shape.radius());
    }

    public static Extent around(Extent[] parts) {
        double[] lower = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] upper = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Extent part : parts) {
            for (int k = 0; k < 3; k++) {
                lower[k] = Math.min(lower[k], part.centre[k] - part.half[k] - part.radius);
                upper[k] = Math.max(upper[k], part.centre[k] + part.half[k] + part.radius);
            }
        }
        return of(lower, upper, 0);
    }

    /** A measure of size: the box's edges' product, rounding included; m³. */
    public double size() {
        return (half[0] + radius) * (half[1] + radius) * (half[2] + radius);
    }

    /**
     * Writes the axis-aligned box about the solid where it stands.
     *
     * @param pose 12 numbers at {@code p}: from its own frame to that of the box
     * @param out Modified. 6 numbers at {@code o}
     */
    public void place(double[] pose, int p, double[] out, int o) {
        for (int k = 0; k < 3; k++) {
            double x = pose[p + 3 * k];
            double y = pose[p + 3 * k + 1];
            double z = pose[p + 3 * k + 2];
            double middle = x * centre[0] + y * centre[1] + z * centre[2] + pose[p + 9 + k];
            double reach = Math.abs(x) * half[0] + Math.abs(y) * half[1] + Math.abs(z) * half[2] + radius;
            out[o + k] = middle - reach;
            out[o + 3 + k] = middle + reach;
        }
    }
}
