package io.sigmaprompt.bridge.flight;

/**
 * From the frames of aviation, north-east-down for the world and forward-right-down for the body, to those of REP 103,
 * east-north-up and forward-left-up. World and body turn by different rotations, so an attitude turns by both.
 *
 * <p>Quaternions are x, y, z, w, Hamilton. Source: REP 103, "Axis Orientation"; PX4 Guide, "Reference Frames".
 */
final class AerospaceFrames {
    private static final double HALF_ROOT = Math.sqrt(0.5);

    private AerospaceFrames() {}

    /** A vector of the world, north-east-down to east-north-up. */
    static double[] world(double north, double east, double down) {
        return new double[] {east, north, -down};
    }

    /** A vector of the body, forward-right-down to forward-left-up. */
    static double[] body(double forward, double right, double down) {
        return new double[] {forward, -right, -down};
    }

    /**
     * An attitude: body forward-right-down to world north-east-down becomes body forward-left-up to world east-north-up.
     * That is {@code (i + j)/√2 · q · i}, written out.
     *
     * @return x, y, z, w of length 1, with w not negative
     */
    static double[] attitude(double w, double x, double y, double z) {
        double length = Math.sqrt(w * w + x * x + y * y + z * z);
        double scale = HALF_ROOT / length;
        double outX = (x + y) * scale;
        double outY = (x - y) * scale;
        double outZ = (w - z) * scale;
        double outW = (w + z) * scale;
        double sign = outW < 0 ? -1 : 1;
        return new double[] {sign * outX, sign * outY, sign * outZ, sign * outW};
    }

    /** A vector of the world in the body's axes, by the body's attitude q. */
    static double[] intoBody(double[] q, double[] v) {
        // v + 2w(u × v) + 2u × (u × v) with u the conjugate's vector part.
        double ux = -q[0];
        double uy = -q[1];
        double uz = -q[2];
        double cx = 2 * (uy * v[2] - uz * v[1]);
        double cy = 2 * (uz * v[0] - ux * v[2]);
        double cz = 2 * (ux * v[1] - uy * v[0]);
        return new double[] {
            v[0] + q[3] * cx + uy * cz - uz * cy,
            v[1] + q[3] * cy + uz * cx - ux * cz,
            v[2] + q[3] * cz + ux * cy - uy * cx
        };
    }
}
