package io.sigmaprompt.physics.kinematics;

/** Rotation vectors (axis times angle, radians) of rotations: the logarithm on SO(3). */
final class RotationVector {
    private RotationVector() {}

    /**
     * The rotation vector of a quaternion, of at most π radians.
     *
     * @param quaternion x, y, z, w of any length but zero, at {@code qo}
     * @param out Modified. 3 numbers at {@code oo}; may be {@code quaternion}
     */
    static void of(double[] quaternion, int qo, double[] out, int oo) {
        double x = quaternion[qo];
        double y = quaternion[qo + 1];
        double z = quaternion[qo + 2];
        double w = quaternion[qo + 3];
        double sine = Math.sqrt(x * x + y * y + z * z);
        double scale;
        if (sine < 1e-9 * Math.abs(w)) {
            scale = 2 / w;
        } else {
            double sign = w < 0 ? -1 : 1;
            scale = sign * 2 * StrictMath.atan2(sine, Math.abs(w)) / sine;
        }
        out[oo] = scale * x;
        out[oo + 1] = scale * y;
        out[oo + 2] = scale * z;
    }

    /**
     * The quaternion that leads from one to another, {@code a⁻¹ ⊗ b}, for unit quaternions.
     *
     * @param out Modified. x, y, z, w at {@code oo}
     */
    static void between(double[] a, int ao, double[] b, int bo, double[] out, int oo) {
        double ax = -a[ao];
        double ay = -a[ao + 1];
        double az = -a[ao + 2];
        double aw = a[ao + 3];
        double bx = b[bo];
        double by = b[bo + 1];
        double bz = b[bo + 2];
        double bw = b[bo + 3];
        out[oo] = aw * bx + ax * bw + ay * bz - az * by;
        out[oo + 1] = aw * by - ax * bz + ay * bw + az * bx;
        out[oo + 2] = aw * bz + ax * by - ay * bx + az * bw;
        out[oo + 3] = aw * bw - ax * bx - ay * by - az * bz;
    }
}
