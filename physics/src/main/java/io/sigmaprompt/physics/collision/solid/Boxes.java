package io.sigmaprompt.physics.collision.solid;

/** Axis-aligned boxes in flat arrays, 6 numbers a box: lower corner, upper corner; metres. */
public final class Boxes {
    public static final int SIZE = 6;

    private Boxes() {}

    public static boolean overlap(double[] a, int i, double[] b, int j) {
        return a[i] <= b[j + 3]
                && b[j] <= a[i + 3]
                && a[i + 1] <= b[j + 4]
                && b[j + 1] <= a[i + 4]
                && a[i + 2] <= b[j + 5]
                && b[j + 2] <= a[i + 5];
    }

    /** Whether no axis has the boxes further apart than a distance, metres. */
    public static boolean within(double[] a, int i, double[] b, int j, double distance) {
        return a[i] - b[j + 3] <= distance
                && b[j] - a[i + 3] <= distance
                && a[i + 1] - b[j + 4] <= distance
                && b[j + 1] - a[i + 4] <= distance
                && a[i + 2] - b[j + 5] <= distance
                && b[j + 2] - a[i + 5] <= distance;
    }

    public static boolean contains(double[] outer, int i, double[] inner, int j) {
        return outer[i] <= inner[j]
                && outer[i + 1] <= inner[j + 1]
                && outer[i + 2] <= inner[j + 2]
                && inner[j + 3] <= outer[i + 3]
                && inner[j + 4] <= outer[i + 4]
                && inner[j + 5] <= outer[i + 5];
    }

    /** Writes the box about two; {@code out} may be one of them. */
    public static void union(double[] a, int i, double[] b, int j, double[] out, int o) {
        for (int k = 0; k < 3; k++) {
            out[o + k] = Math.min(a[i + k], b[j + k]);
            out[o + 3 + k] = Math.max(a[i + 3 + k], b[j + 3 + k]);
        }
    }

    /** Writes the box grown by a distance to all sides. */
    public static void grow(double[] a, int i, double by, double[] out, int o) {
        for (int k = 0; k < 3; k++) {
            out[o + k] = a[i + k] - by;
            out[o + 3 + k] = a[i + 3 + k] + by;
        }
    }

    /** Half of the surface, m². */
    public static double area(double[] a, int i) {
        double x = a[i + 3] - a[i];
        double y = a[i + 4] - a[i + 1];
        double z = a[i + 5] - a[i + 2];
        return x * y + y * z + z * x;
    }

    /** Half of the surface of the box about two, m². */
    public static double unionArea(double[] a, int i, double[] b, int j) {
        double x = Math.max(a[i + 3], b[j + 3]) - Math.min(a[i], b[j]);
        double y = Math.max(a[i + 4], b[j + 4]) - Math.min(a[i + 1], b[j + 1]);
        double z = Math.max(a[i + 5], b[j + 5]) - Math.min(a[i + 2], b[j + 2]);
        return x * y + y * z + z * x;
    }

    /** The longest edge, metres. */
    public static double extent(double[] a, int i) {
        return Math.max(a[i + 3] - a[i], Math.max(a[i + 4] - a[i + 1], a[i + 5] - a[i + 2]));
    }

    /** The square of the distance between two boxes, 0 where they overlap; m². */
    public static double squaredDistance(double[] a, int i, double[] b, int j) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            double d = Math.max(0, Math.max(a[i + k] - b[j + 3 + k], b[j + k] - a[i + 3 + k]));
            sum += d * d;
        }
        return sum;
    }

    /**
     * How far along a ray it enters a box (Kay, Kajiya, Ray tracing complex scenes, 1986).
     *
     * @param ray origin, then unit direction
     * @return metres, 0 where it starts inside; infinite where it misses or enters beyond {@code most}
     */
    public static double entry(double[] a, int i, double[] ray, double most) {
        double in = 0;
        double out = most;
        for (int k = 0; k < 3; k++) {
            double direction = ray[3 + k];
            if (direction == 0) {
                if (ray[k] < a[i + k] || ray[k] > a[i + 3 + k]) {
                    return Double.POSITIVE_INFINITY;
                }
                continue;
            }
            double t = (a[i + k] - ray[k]) / direction;
            double u = (a[i + 3 + k] - ray[k]) / direction;
            in = Math.max(in, Math.min(t, u));
            out = Math.min(out, Math.max(t, u));
        }
        return in <= out ? in : Double.POSITIVE_INFINITY;
    }
}
