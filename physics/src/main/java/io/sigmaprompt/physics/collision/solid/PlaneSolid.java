package io.sigmaprompt.physics.collision.solid;

/** All that is below its own z = 0. */
public record PlaneSolid() implements Solid {
    /**
     * How far a point lies above the plane.
     *
     * @param pose the plane's, 12 numbers at {@code p}
     */
    public static double height(double[] pose, int p, double x, double y, double z) {
        return pose[p + 2] * (x - pose[p + 9]) + pose[p + 5] * (y - pose[p + 10]) + pose[p + 8] * (z - pose[p + 11]);
    }

    /** The height of the lowest point of an axis-aligned box over the plane. */
    public static double height(double[] pose, int p, double[] box, int o) {
        return height(
                pose,
                p,
                pose[p + 2] > 0 ? box[o] : box[o + 3],
                pose[p + 5] > 0 ? box[o + 1] : box[o + 4],
                pose[p + 8] > 0 ? box[o + 2] : box[o + 5]);
    }
}
