package io.sigmaprompt.bridge.flight;

/**
 * Covariances as our frames carry them, 36 entries row-major over x y z and the rotations about them, from the standard
 * deviations that PX4 estimates. It tells none of the rotations: their part is zero, which {@code nav_msgs/Odometry} says
 * of what is not known.
 */
final class FlightCovariance {
    private static final int SIZE = 6;
    private static final double[] NOT_TOLD = {};

    private FlightCovariance() {}

    /**
     * Of a position in the world, empty where PX4 tells none.
     *
     * @param level eph, of the distance in the level, m: shared evenly by east and north
     * @param height epv, m
     */
    static double[] pose(double level, double height) {
        if (!told(level) || !told(height)) {
            return NOT_TOLD;
        }
        double[] covariance = new double[SIZE * SIZE];
        covariance[0] = level * level / 2;
        covariance[SIZE + 1] = level * level / 2;
        covariance[2 * SIZE + 2] = height * height;
        return covariance;
    }

    /**
     * Of a velocity in the body's axes, empty where PX4 tells none: Rᵀ·diag(h²/2, h²/2, v²)·R.
     *
     * @param q attitude, x y z w, body to world
     * @param level evh, m/s
     * @param vertical evv, m/s
     */
    static double[] twist(double[] q, double level, double vertical) {
        if (!told(level) || !told(vertical)) {
            return NOT_TOLD;
        }
        // With equal variances in the level only the world's upward axis, seen from the body, matters.
        double[] up = {
            2 * (q[0] * q[2] - q[1] * q[3]), 2 * (q[1] * q[2] + q[0] * q[3]), 1 - 2 * (q[0] * q[0] + q[1] * q[1])
        };
        double even = level * level / 2;
        double[] covariance = new double[SIZE * SIZE];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                covariance[SIZE * i + j] = (i == j ? even : 0) + (vertical * vertical - even) * up[i] * up[j];
            }
        }
        return covariance;
    }

    private static boolean told(double deviation) {
        return Double.isFinite(deviation) && deviation > 0;
    }
}
