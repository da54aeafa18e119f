package io.sigmaprompt.physics.spatial;

/** Rotations on flat arrays: matrices of 3 x 3, row-major, and unit quaternions (x, y, z, w), Hamilton. */
public final class Rotation {
    private static final double SMALL_ANGLE_SQUARED = 1e-6;

    private Rotation() {}

    /**
     * The matrix of a quaternion of any length but zero.
     *
     * @param q quaternion at {@code qo} .. {@code qo + 3}
     * @param out Modified. 3 x 3, row-major, at {@code oo}
     */
    public static void fromQuaternion(double[] q, int qo, double[] out, int oo) {
        double x = q[qo];
        double y = q[qo + 1];
        double z = q[qo + 2];
        double w = q[qo + 3];
        double s = 2.0 / (x * x + y * y + z * z + w * w);
        out[oo] = 1 - s * (y * y + z * z);
        out[oo + 1] = s * (x * y - z * w);
        out[oo + 2] = s * (x * z + y * w);
        out[oo + 3] = s * (x * y + z * w);
        out[oo + 4] = 1 - s * (x * x + z * z);
        out[oo + 5] = s * (y * z - x * w);
        out[oo + 6] = s * (x * z - y * w);
        out[oo + 7] = s * (y * z + x * w);
        out[oo + 8] = 1 - s * (x * x + y * y);
    }

    /**
     * The quaternion of a rotation matrix, with w not negative (Shepperd, "Quaternion from rotation matrix", Journal of
     * Guidance and Control 1(3), 1978: divide by the largest component).
     *
     * @param r 3 x 3, row-major, at {@code ro}
     * @param out Modified. unit quaternion at {@code oo}
     */
    public static void toQuaternion(double[] r, int ro, double[] out, int oo) {
        double xx = r[ro];
        double yy = r[ro + 4];
        double zz = r[ro + 8];
        double trace = xx + yy + zz;
        double x;
        double y;
        double z;
        double w;
        if (trace >= xx && trace >= yy && trace >= zz) {
            w = 1 + trace;
            x = r[ro + 7] - r[ro + 5];
            y = r[ro + 2] - r[ro + 6];
            z = r[ro + 3] - r[ro + 1];
        } else if (xx >= yy && xx >= zz) {
            w = r[ro + 7] - r[ro + 5];
            x = 1 + xx - yy - zz;
            y = r[ro + 1] + r[ro + 3];
            z = r[ro + 2] + r[ro + 6];
        } else if (yy >= zz) {
            w = r[ro + 2] - r[ro + 6];
            x = r[ro + 1] + r[ro + 3];
            y = 1 - xx + yy - zz;
            z = r[ro + 5] + r[ro + 7];
        } else {
            w = r[ro + 3] - r[ro + 1];
            x = r[ro + 2] + r[ro + 6];
            y = r[ro + 5] + r[ro + 7];
            z = 1 - xx - yy + zz;
        }
        double scale = (w < 0 ? -1.0 : 1.0) / Math.sqrt(x * x + y * y + z * z + w * w);
        out[oo] = x * scale;
        out[oo + 1] = y * scale;
        out[oo + 2] = z * scale;
        out[oo + 3] = w * scale;
    }

    /**
     * Turns a quaternion by a rotation vector in its own (body) frame, {@code q ⊗ exp(u / 2)}, and normalises it: exact
     * for a constant angular velocity.
     *
     * @param q quaternion at {@code qo}
     * @param u rotation vector, radians, body frame, at {@code uo}
     * @param out Modified. unit quaternion at {@code oo}; may be {@code q}
     */
    public static void turn(double[] q, int qo, double[] u, int uo, double[] out, int oo) {
        double ux = u[uo];
        double uy = u[uo + 1];
        double uz = u[uo + 2];
        double square = ux * ux + uy * uy + uz * uz;
        double s;
        double ew;
        if (square < SMALL_ANGLE_SQUARED) {
            s = 0.5 - square * (1.0 / 48 - square / 3840);
            ew = 1 - square * (1.0 / 8 - square / 384);
        } else {
            double angle = Math.sqrt(square);
            s = Trig.sin(0.5 * angle) / angle;
            ew = Trig.cos(0.5 * angle);
        }
        double ex = s * ux;
        double ey = s * uy;
        double ez = s * uz;
        double x = q[qo];
        double y = q[qo + 1];
        double z = q[qo + 2];
        double w = q[qo + 3];
        double tx = w * ex + x * ew + y * ez - z * ey;
        double ty = w * ey - x * ez + y * ew + z * ex;
        double tz = w * ez + x * ey - y * ex + z * ew;
        double tw = w * ew - x * ex - y * ey - z * ez;
        double scale = 1 / Math.sqrt(tx * tx + ty * ty + tz * tz + tw * tw);
        out[oo] = tx * scale;
        out[oo + 1] = ty * scale;
        out[oo + 2] = tz * scale;
        out[oo + 3] = tw * scale;
    }

    /**
     * Product of two matrices, {@code out = a · b}.
     *
     * @param out Modified. 3 x 3, row-major, at {@code oo}; must not overlap a or b
     */
    public static void multiply(double[] a, int ao, double[] b, int bo, double[] out, int oo) {
        for (int i = 0; i < 9; i += 3) {
            double x = a[ao + i];
            double y = a[ao + i + 1];
            double z = a[ao + i + 2];
            out[oo + i] = x * b[bo] + y * b[bo + 3] + z * b[bo + 6];
            out[oo + i + 1] = x * b[bo + 1] + y * b[bo + 4] + z * b[bo + 7];
            out[oo + i + 2] = x * b[bo + 2] + y * b[bo + 5] + z * b[bo + 8];
        }
    }
}
