package io.sigmaprompt.physics.spatial;

/**
 * Rigid-body inertias on flat arrays, 10 numbers each: m, h = m·c (3), and the rotational inertia about the frame's
 * origin Ixx, Ixy, Ixz, Iyy, Iyz, Izz, all in the body's frame (Featherstone, Rigid Body Dynamics Algorithms, 2008,
 * section 2.13 and table 2.7).
 */
public final class SpatialInertia {
    /** Numbers of an inertia. */
    public static final int SIZE = 10;

    private SpatialInertia() {}

    /**
     * The force that gives a body its acceleration, {@code I·a + v ×* I·v}.
     *
     * @param i inertia at {@code io}
     * @param a acceleration (6) at {@code ao}
     * @param v velocity (6) at {@code vo}
     * @param f Modified. force (6) at {@code fo}
     */
    public static void force(double[] i, int io, double[] a, int ao, double[] v, int vo, double[] f, int fo) {
        bias(i, io, v, vo, f, fo);
        double m = i[io];
        double hx = i[io + 1];
        double hy = i[io + 2];
        double hz = i[io + 3];
        double wx = a[ao];
        double wy = a[ao + 1];
        double wz = a[ao + 2];
        double ux = a[ao + 3];
        double uy = a[ao + 4];
        double uz = a[ao + 5];
        f[fo] += i[io + 4] * wx + i[io + 5] * wy + i[io + 6] * wz + hy * uz - hz * uy;
        f[fo + 1] += i[io + 5] * wx + i[io + 7] * wy + i[io + 8] * wz + hz * ux - hx * uz;
        f[fo + 2] += i[io + 6] * wx + i[io + 8] * wy + i[io + 9] * wz + hx * uy - hy * ux;
        f[fo + 3] += m * ux - (hy * wz - hz * wy);
        f[fo + 4] += m * uy - (hz * wx - hx * wz);
        f[fo + 5] += m * uz - (hx * wy - hy * wx);
    }

    /**
     * The velocity-product force {@code v ×* I·v}.
     *
     * @param f Modified. force (6) at {@code fo}
     */
    public static void bias(double[] i, int io, double[] v, int vo, double[] f, int fo) {
        double m = i[io];
        double hx = i[io + 1];
        double hy = i[io + 2];
        double hz = i[io + 3];
        double wx = v[vo];
        double wy = v[vo + 1];
        double wz = v[vo + 2];
        double ux = v[vo + 3];
        double uy = v[vo + 4];
        double uz = v[vo + 5];
        double nx = i[io + 4] * wx + i[io + 5] * wy + i[io + 6] * wz + hy * uz - hz * uy;
        double ny = i[io + 5] * wx + i[io + 7] * wy + i[io + 8] * wz + hz * ux - hx * uz;
        double nz = i[io + 6] * wx + i[io + 8] * wy + i[io + 9] * wz + hx * uy - hy * ux;
        double lx = m * ux - (hy * wz - hz * wy);
        double ly = m * uy - (hz * wx - hx * wz);
        double lz = m * uz - (hx * wy - hy * wx);
        f[fo] = wy * nz - wz * ny + uy * lz - uz * ly;
        f[fo + 1] = wz * nx - wx * nz + uz * lx - ux * lz;
        f[fo + 2] = wx * ny - wy * nx + ux * ly - uy * lx;
        f[fo + 3] = wy * lz - wz * ly;
        f[fo + 4] = wz * lx - wx * lz;
        f[fo + 5] = wx * ly - wy * lx;
    }

    /**
     * A body's momentum, {@code I·v}.
     *
     * @param v velocity (6) at {@code vo}
     * @param p Modified. momentum (6) at {@code po}
     */
    public static void momentum(double[] i, int io, double[] v, int vo, double[] p, int po) {
        double m = i[io];
        double hx = i[io + 1];
        double hy = i[io + 2];
        double hz = i[io + 3];
        double wx = v[vo];
        double wy = v[vo + 1];
        double wz = v[vo + 2];
        double ux = v[vo + 3];
        double uy = v[vo + 4];
        double uz = v[vo + 5];
        p[po] = i[io + 4] * wx + i[io + 5] * wy + i[io + 6] * wz + hy * uz - hz * uy;
        p[po + 1] = i[io + 5] * wx + i[io + 7] * wy + i[io + 8] * wz + hz * ux - hx * uz;
        p[po + 2] = i[io + 6] * wx + i[io + 8] * wy + i[io + 9] * wz + hx * uy - hy * ux;
        p[po + 3] = m * ux - (hy * wz - hz * wy);
        p[po + 4] = m * uy - (hz * wx - hx * wz);
        p[po + 5] = m * uz - (hx * wy - hy * wx);
    }

    /** Twice the kinetic energy of a body, {@code v · I·v}, joules. */
    public static double twiceKineticEnergy(double[] i, int io, double[] v, int vo) {
        double wx = v[vo];
        double wy = v[vo + 1];
        double wz = v[vo + 2];
        double ux = v[vo + 3];
        double uy = v[vo + 4];
        double uz = v[vo + 5];
        double angular = wx * (i[io + 4] * wx + i[io + 5] * wy + i[io + 6] * wz)
                + wy * (i[io + 5] * wx + i[io + 7] * wy + i[io + 8] * wz)
                + wz * (i[io + 6] * wx + i[io + 8] * wy + i[io + 9] * wz);
        double coupling = wx * (i[io + 2] * uz - i[io + 3] * uy)
                + wy * (i[io + 3] * ux - i[io + 1] * uz)
                + wz * (i[io + 1] * uy - i[io + 2] * ux);
        return angular + 2 * coupling + i[io] * (ux * ux + uy * uy + uz * uz);
    }

    /**
     * One column of the 6 x 6 inertia: the force that a unit acceleration along {@code axis} needs.
     *
     * @param axis 0 to 2 about x, y, z; 3 to 5 along x, y, z
     * @param f Modified. force (6) at 0
     */
    public static void column(double[] i, int io, int axis, double[] f) {
        double hx = i[io + 1];
        double hy = i[io + 2];
        double hz = i[io + 3];
        switch (axis) {
            case 0 -> set(f, i[io + 4], i[io + 5], i[io + 6], 0, -hz, hy);
            case 1 -> set(f, i[io + 5], i[io + 7], i[io + 8], hz, 0, -hx);
            case 2 -> set(f, i[io + 6], i[io + 8], i[io + 9], -hy, hx, 0);
            case 3 -> set(f, 0, hz, -hy, i[io], 0, 0);
            case 4 -> set(f, -hz, 0, hx, 0, i[io], 0);
            default -> set(f, hy, -hx, 0, 0, 0, i[io]);
        }
    }

    private static void set(double[] f, double nx, double ny, double nz, double fx, double fy, double fz) {
        f[0] = nx;
        f[1] = ny;
        f[2] = nz;
        f[3] = fx;
        f[4] = fy;
        f[5] = fz;
    }

    /**
     * Adds an inertia, seen through a transform, to one of the parent's frame.
     *
     * @param x transform (12) at {@code xo}
     * @param i inertia in the child frame at {@code io}
     * @param out Modified. inertia in the parent frame at {@code oo}; must not overlap i
     */
    public static void addToParent(double[] x, int xo, double[] i, int io, double[] out, int oo) {
        double r0 = x[xo];
        double r1 = x[xo + 1];
        double r2 = x[xo + 2];
        double r3 = x[xo + 3];
        double r4 = x[xo + 4];
        double r5 = x[xo + 5];
        double r6 = x[xo + 6];
        double r7 = x[xo + 7];
        double r8 = x[xo + 8];
        double px = x[xo + 9];
        double py = x[xo + 10];
        double pz = x[xo + 11];
        double m = i[io];
        double hx = r0 * i[io + 1] + r1 * i[io + 2] + r2 * i[io + 3];
        double hy = r3 * i[io + 1] + r4 * i[io + 2] + r5 * i[io + 3];
        double hz = r6 * i[io + 1] + r7 * i[io + 2] + r8 * i[io + 3];
        double a = i[io + 4];
        double b = i[io + 5];
        double c = i[io + 6];
        double d = i[io + 7];
        double e = i[io + 8];
        double g = i[io + 9];
        // T = R · I, then I' = T · Rᵀ.
        double t0 = r0 * a + r1 * b + r2 * c;
        double t1 = r0 * b + r1 * d + r2 * e;
        double t2 = r0 * c + r1 * e + r2 * g;
        double t3 = r3 * a + r4 * b + r5 * c;
        double t4 = r3 * b + r4 * d + r5 * e;
        double t5 = r3 * c + r4 * e + r5 * g;
        double t6 = r6 * a + r7 * b + r8 * c;
        double t7 = r6 * b + r7 * d + r8 * e;
        double t8 = r6 * c + r7 * e + r8 * g;
        // Moving the origin by p adds 2(p·h)1 - (p hᵀ + h pᵀ) + m(p·p 1 - p pᵀ).
        double sx = 2 * hx + m * px;
        double sy = 2 * hy + m * py;
        double sz = 2 * hz + m * pz;
        double dot = px * sx + py * sy + pz * sz;
        out[oo] += m;
        out[oo + 1] += hx + m * px;
        out[oo + 2] += hy + m * py;
        out[oo + 3] += hz + m * pz;
        out[oo + 4] += t0 * r0 + t1 * r1 + t2 * r2 + dot - px * sx;
        out[oo + 5] += t0 * r3 + t1 * r4 + t2 * r5 - (px * hy + hx * py + m * px * py);
        out[oo + 6] += t0 * r6 + t1 * r7 + t2 * r8 - (px * hz + hx * pz + m * px * pz);
        out[oo + 7] += t3 * r3 + t4 * r4 + t5 * r5 + dot - py * sy;
        out[oo + 8] += t3 * r6 + t4 * r7 + t5 * r8 - (py * hz + hy * pz + m * py * pz);
        out[oo + 9] += t6 * r6 + t7 * r7 + t8 * r8 + dot - pz * sz;
    }
}
