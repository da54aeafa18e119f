package io.sigmaprompt.physics.actuator.transmission;

/** The rotation vector (axis times angle, radians) of a quaternion: the logarithm on SO(3). */
public final class RotationVector {
    private static final double SMALL = 1e-9;

    private RotationVector() {}

    /**
     * The vector of at most π radians.
     *
     * @param q quaternion x, y, z, w of any length but zero, at {@code qo}
     * @param out Modified. 3 numbers
     */
    public static void of(double[] q, int qo, double[] out) {
        double sign = q[qo + 3] < 0 ? -1 : 1;
        double w = sign * q[qo + 3];
        double sine = Math.sqrt(q[qo] * q[qo] + q[qo + 1] * q[qo + 1] + q[qo + 2] * q[qo + 2]);
        double scale = sign * (sine < SMALL * w ? 2 / w : 2 * StrictMath.atan2(sine, w) / sine);
        out[0] = scale * q[qo];
        out[1] = scale * q[qo + 1];
        out[2] = scale * q[qo + 2];
    }
}
