package io.sigmaprompt.physics.spatial;

/**
 * Articulated-body inertias on flat arrays: 6 x 6, row-major and symmetric, angular first (Featherstone, Rigid Body
 * Dynamics Algorithms, 2008, section 7.2).
 */
public final class ArticulatedInertia {
    /** Numbers of an articulated inertia. */
    public static final int SIZE = 36;

    private ArticulatedInertia() {}

    /**
     * Writes a rigid body's inertia as a 6 x 6 matrix.
     *
     * @param i rigid inertia (10, see {@link SpatialInertia}) at {@code io}
     * @param out Modified. 6 x 6 at {@code oo}
     */
    public static void fromRigid(double[] i, int io, double[] out, int oo) {
        double m = i[io];
        double hx = i[io + 1];
        double hy = i[io + 2];
        double hz = i[io + 3];
        row(out, oo, i[io + 4], i[io + 5], i[io + 6], 0, -hz, hy);
        row(out, oo + 6, i[io + 5], i[io + 7], i[io + 8], hz, 0, -hx);
        row(out, oo + 12, i[io + 6], i[io + 8], i[io + 9], -hy, hx, 0);
        row(out, oo + 18, 0, hz, -hy, m, 0, 0);
        row(out, oo + 24, -hz, 0, hx, 0, m, 0);
        row(out, oo + 30, hy, -hx, 0, 0, 0, m);
    }

    private static void row(double[] out, int o, double a, double b, double c, double d, double e, double f) {
        out[o] = a;
        out[o + 1] = b;
        out[o + 2] = c;
        out[o + 3] = d;
        out[o + 4] = e;
        out[o + 5] = f;
    }

    /**
     * Takes what one freedom lets go: {@code A -= u·uᵀ / d}.
     *
     * @param a Modified. 6 x 6 at {@code ao}
     * @param u the column of A along the freedom (6) at {@code uo}
     */
    public static void release(double[] a, int ao, double[] u, int uo, double d) {
        double inverse = 1 / d;
        for (int r = 0; r < 6; r++) {
            double scaled = u[uo + r] * inverse;
            for (int c = 0; c < 6; c++) {
                a[ao + 6 * r + c] -= scaled * u[uo + c];
            }
        }
    }

    /**
     * Adds {@code A·m} to a force.
     *
     * @param m motion (6) at {@code mo}
     * @param f Modified. force (6) at {@code fo}
     */
    public static void addProduct(double[] a, int ao, double[] m, int mo, double[] f, int fo) {
        for (int r = 0; r < 6; r++) {
            int o = ao + 6 * r;
            f[fo + r] += a[o] * m[mo]
                    + a[o + 1] * m[mo + 1]
                    + a[o + 2] * m[mo + 2]
                    + a[o + 3] * m[mo + 3]
                    + a[o + 4] * m[mo + 4]
                    + a[o + 5] * m[mo + 5];
        }
    }

    /**
     * Adds an articulated inertia, seen through a transform, to one of the parent's frame. With blocks
     *
     * <pre>
     *   A = | J  B |     rotated by R, then moved by p (P = p×):   B' = B + P·C
     *       | Bᵀ C |                                              J' = J - B·P + P·B'ᵀ,   C' = C
     * </pre>
     *
     * @param x transform (12) at {@code xo}
     * @param a 6 x 6 in the child frame at {@code ao}
     * @param t Modified. scratch, 36 numbers
     * @param out Modified. 6 x 6 in the parent frame at {@code oo}; must not overlap a or t
     */
    public static void addToParent(double[] x, int xo, double[] a, int ao, double[] t, double[] out, int oo) {
        rotate(x, xo, a, ao, 0, 0, t);
        rotate(x, xo, a, ao, 0, 3, t);
        rotate(x, xo, a, ao, 3, 3, t);
        double px = x[xo + 9];
        double py = x[xo + 10];
        double pz = x[xo + 11];
        // -B·P: columns of B crossed with p from the right.
        for (int r = 0; r < 18; r += 6) {
            double bx = t[r + 3];
            double by = t[r + 4];
            double bz = t[r + 5];
            t[r] -= by * pz - bz * py;
            t[r + 1] -= bz * px - bx * pz;
            t[r + 2] -= bx * py - by * px;
        }
        // B' = B + P·C: columns of C crossed with p from the left.
        for (int c = 3; c < 6; c++) {
            double cx = t[18 + c];
            double cy = t[24 + c];
            double cz = t[30 + c];
            t[c] += py * cz - pz * cy;
            t[6 + c] += pz * cx - px * cz;
            t[12 + c] += px * cy - py * cx;
        }
        // P·B'ᵀ: entry (r, c) is (p × row c of B')[r].
        for (int c = 0; c < 3; c++) {
            double bx = t[6 * c + 3];
            double by = t[6 * c + 4];
            double bz = t[6 * c + 5];
            t[c] += py * bz - pz * by;
            t[6 + c] += pz * bx - px * bz;
            t[12 + c] += px * by - py * bx;
        }
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                out[oo + 6 * r + c] += t[6 * r + c];
                double b = t[6 * r + c + 3];
                out[oo + 6 * r + c + 3] += b;
                out[oo + 6 * (c + 3) + r] += b;
                out[oo + 6 * (r + 3) + c + 3] += t[6 * (r + 3) + c + 3];
            }
        }
    }

    /** The 3 x 3 block at (row, column) becomes R·block·Rᵀ. */
    private static void rotate(double[] x, int xo, double[] a, int ao, int row, int column, double[] t) {
        int o = ao + 6 * row + column;
        double b0 = a[o];
        double b1 = a[o + 1];
        double b2 = a[o + 2];
        double b3 = a[o + 6];
        double b4 = a[o + 7];
        double b5 = a[o + 8];
        double b6 = a[o + 12];
        double b7 = a[o + 13];
        double b8 = a[o + 14];
        for (int r = 0; r < 3; r++) {
            double rx = x[xo + 3 * r];
            double ry = x[xo + 3 * r + 1];
            double rz = x[xo + 3 * r + 2];
            double sx = rx * b0 + ry * b3 + rz * b6;
            double sy = rx * b1 + ry * b4 + rz * b7;
            double sz = rx * b2 + ry * b5 + rz * b8;
            int to = 6 * (row + r) + column;
            t[to] = sx * x[xo] + sy * x[xo + 1] + sz * x[xo + 2];
            t[to + 1] = sx * x[xo + 3] + sy * x[xo + 4] + sz * x[xo + 5];
            t[to + 2] = sx * x[xo + 6] + sy * x[xo + 7] + sz * x[xo + 8];
        }
    }
}
