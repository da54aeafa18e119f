package io.sigmaprompt.physics.spatial;

/**
 * Rigid transforms on flat arrays, 12 numbers each: R (3 x 3, row-major, child to parent), then p (the child's origin
 * in the parent, metres). Spatial vectors have 6 numbers, angular first, taken about the origin of the frame they are
 * written in (Featherstone, Rigid Body Dynamics Algorithms, 2008, section 2.8).
 */
public final class SpatialTransform {
    /** Numbers of a transform. */
    public static final int SIZE = 12;

    private SpatialTransform() {}

    /** Writes the transform that changes nothing at {@code xo}. */
    public static void identity(double[] x, int xo) {
        for (int i = 0; i < SIZE; i++) {
            x[xo + i] = i < 9 && i % 4 == 0 ? 1 : 0;
        }
    }

    /**
     * Chains two transforms: {@code out} maps b's child to a's parent.
     *
     * @param out Modified. at {@code oo}; must not overlap a or b
     */
    public static void compose(double[] a, int ao, double[] b, int bo, double[] out, int oo) {
        Rotation.multiply(a, ao, b, bo, out, oo);
        double x = b[bo + 9];
        double y = b[bo + 10];
        double z = b[bo + 11];
        out[oo + 9] = a[ao + 9] + a[ao] * x + a[ao + 1] * y + a[ao + 2] * z;
        out[oo + 10] = a[ao + 10] + a[ao + 3] * x + a[ao + 4] * y + a[ao + 5] * z;
        out[oo + 11] = a[ao + 11] + a[ao + 6] * x + a[ao + 7] * y + a[ao + 8] * z;
    }

    /**
     * Takes a motion vector from the parent's frame to the child's.
     *
     * @param m motion in the parent frame at {@code mo}
     * @param out Modified. motion in the child frame at {@code oo}; must not overlap m
     */
    public static void motionToChild(double[] x, int xo, double[] m, int mo, double[] out, int oo) {
        double wx = m[mo];
        double wy = m[mo + 1];
        double wz = m[mo + 2];
        double px = x[xo + 9];
        double py = x[xo + 10];
        double pz = x[xo + 11];
        double vx = m[mo + 3] + wy * pz - wz * py;
        double vy = m[mo + 4] + wz * px - wx * pz;
        double vz = m[mo + 5] + wx * py - wy * px;
        out[oo] = x[xo] * wx + x[xo + 3] * wy + x[xo + 6] * wz;
        out[oo + 1] = x[xo + 1] * wx + x[xo + 4] * wy + x[xo + 7] * wz;
        out[oo + 2] = x[xo + 2] * wx + x[xo + 5] * wy + x[xo + 8] * wz;
        out[oo + 3] = x[xo] * vx + x[xo + 3] * vy + x[xo + 6] * vz;
        out[oo + 4] = x[xo + 1] * vx + x[xo + 4] * vy + x[xo + 7] * vz;
        out[oo + 5] = x[xo + 2] * vx + x[xo + 5] * vy + x[xo + 8] * vz;
    }

    /**
     * Adds a force vector of the child's frame to one of the parent's.
     *
     * @param f force in the child frame at {@code fo}
     * @param out Modified. force in the parent frame at {@code oo}; must not overlap f
     */
    public static void addForceToParent(double[] x, int xo, double[] f, int fo, double[] out, int oo) {
        double nx = f[fo];
        double ny = f[fo + 1];
        double nz = f[fo + 2];
        double lx = f[fo + 3];
        double ly = f[fo + 4];
        double lz = f[fo + 5];
        double fx = x[xo] * lx + x[xo + 1] * ly + x[xo + 2] * lz;
        double fy = x[xo + 3] * lx + x[xo + 4] * ly + x[xo + 5] * lz;
        double fz = x[xo + 6] * lx + x[xo + 7] * ly + x[xo + 8] * lz;
        double px = x[xo + 9];
        double py = x[xo + 10];
        double pz = x[xo + 11];
        out[oo] += x[xo] * nx + x[xo + 1] * ny + x[xo + 2] * nz + py * fz - pz * fy;
        out[oo + 1] += x[xo + 3] * nx + x[xo + 4] * ny + x[xo + 5] * nz + pz * fx - px * fz;
        out[oo + 2] += x[xo + 6] * nx + x[xo + 7] * ny + x[xo + 8] * nz + px * fy - py * fx;
        out[oo + 3] += fx;
        out[oo + 4] += fy;
        out[oo + 5] += fz;
    }
}
