package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.spatial.SpatialInertia;
import java.util.Arrays;

/**
 * What hangs on each joint taken together: the composite inertia {@code I^C}, the composite Coriolis matrix {@code 2B^C}
 * and the composite force {@code F} of the body and all that it carries, in ground coordinates.
 *
 * <p>Of a rigid body, {@code 2B = (v×*)·I - I·(v×) + (I·v)×̄*} with {@code f ×̄* m = m ×* f} (Singh, Russo, Wensing,
 * RA-L 2022). Summed over the body's particles of mass m at r, each moving with w = u + omega × r, it gives a motion
 * (alpha, beta) the force {@code 2·m·alpha × w} at r: beta has no part in it, and in blocks
 *
 * <pre>
 * 2B = [   G    0 ]     G = 2·(tr(W)·1 - W),  W = Σ m·w·rᵀ = u·hᵀ + omega × (tr(J)/2·1 - J)
 *      [ -p×    0 ]     p = 2·Σ m·w = 2·(m·u + omega × h)
 * </pre>
 *
 * with h the first moments and J the rotational inertia about the origin. So the 12 numbers of G and p are all that has
 * to be summed along the tree, and {@code v ×* I·v = B·v}.
 */
final class CompositeMotion {
    /** Numbers of a composite: inertia (10, see {@link SpatialInertia}), G (3 x 3, row-major), p (3). */
    static final int SIZE = SpatialInertia.SIZE + 12;
    /** Where G begins in a composite. */
    static final int CORIOLIS = SpatialInertia.SIZE;
    /** Where p begins in a composite. */
    static final int FLOW = CORIOLIS + 9;

    private final GroundMotion motion;
    private final BodyTree tree;
    /** Each body's own inertia, 10 a body. */
    private final double[] inertia;
    /** Velocity-product force of each body alone, 6 a body. */
    private final double[] bias;
    /** {@link #SIZE} a body. */
    final double[] composite;
    /** 6 a body. */
    final double[] force;

    CompositeMotion(GroundMotion motion) {
        this.motion = motion;
        tree = motion.tree;
        inertia = new double[SpatialInertia.SIZE * tree.bodies];
        bias = new double[6 * tree.bodies];
        composite = new double[SIZE * tree.bodies];
        force = new double[6 * tree.bodies];
    }

    /** Sums inertia and Coriolis matrix at the last {@link GroundMotion#update}. */
    void update() {
        Arrays.fill(inertia, 0);
        for (int b = 1; b < tree.bodies; b++) {
            SpatialInertia.addToParent(
                    motion.placement, 12 * b, tree.inertia, SpatialInertia.SIZE * b, inertia, SpatialInertia.SIZE * b);
            System.arraycopy(inertia, SpatialInertia.SIZE * b, composite, SIZE * b, SpatialInertia.SIZE);
            writeCoriolis(b);
        }
        sumToParents(composite, SIZE);
    }

    /** Sums the forces at the last {@link GroundMotion#accelerate}. */
    void accelerate() {
        // I·a has the form of a momentum.
        double[] a = motion.acceleration;
        for (int b = 1; b < tree.bodies; b++) {
            int o = 6 * b;
            SpatialInertia.momentum(inertia, SpatialInertia.SIZE * b, a, o, force, o);
            for (int k = o; k < o + 6; k++) {
                force[k] += bias[k];
            }
        }
        sumToParents(force, 6);
    }

    private void sumToParents(double[] sums, int size) {
        for (int b = tree.bodies - 1; b > 0; b--) {
            int p = tree.parent[b];
            if (p > 0) {
                int from = size * b;
                int to = size * p;
                for (int k = 0; k < size; k++) {
                    sums[to + k] += sums[from + k];
                }
            }
        }
    }

    private void writeCoriolis(int b) {
        double[] v = motion.velocity;
        int vo = 6 * b;
        double wx = v[vo];
        double wy = v[vo + 1];
        double wz = v[vo + 2];
        double ux = v[vo + 3];
        double uy = v[vo + 4];
        double uz = v[vo + 5];
        int i = SpatialInertia.SIZE * b;
        double m = inertia[i];
        double hx = inertia[i + 1];
        double hy = inertia[i + 2];
        double hz = inertia[i + 3];
        // Second moments of mass, tr(J)/2·1 - J.
        double half = 0.5 * (inertia[i + 4] + inertia[i + 7] + inertia[i + 9]);
        double pxx = half - inertia[i + 4];
        double pxy = -inertia[i + 5];
        double pxz = -inertia[i + 6];
        double pyy = half - inertia[i + 7];
        double pyz = -inertia[i + 8];
        double pzz = half - inertia[i + 9];
        double w00 = ux * hx + wy * pxz - wz * pxy;
        double w01 = ux * hy + wy * pyz - wz * pyy;
        double w02 = ux * hz + wy * pzz - wz * pyz;
        double w10 = uy * hx + wz * pxx - wx * pxz;
        double w11 = uy * hy + wz * pxy - wx * pyz;
        double w12 = uy * hz + wz * pxz - wx * pzz;
        double w20 = uz * hx + wx * pxy - wy * pxx;
        double w21 = uz * hy + wx * pyy - wy * pxy;
        double w22 = uz * hz + wx * pyz - wy * pxz;
        double px = m * ux + wy * hz - wz * hy;
        double py = m * uy + wz * hx - wx * hz;
        double pz = m * uz + wx * hy - wy * hx;
        bias[vo] = (w11 + w22) * wx - w01 * wy - w02 * wz;
        bias[vo + 1] = (w00 + w22) * wy - w10 * wx - w12 * wz;
        bias[vo + 2] = (w00 + w11) * wz - w20 * wx - w21 * wy;
        bias[vo + 3] = wy * pz - wz * py;
        bias[vo + 4] = wz * px - wx * pz;
        bias[vo + 5] = wx * py - wy * px;
        int g = SIZE * b + CORIOLIS;
        composite[g] = 2 * (w11 + w22);
        composite[g + 1] = -2 * w01;
        composite[g + 2] = -2 * w02;
        composite[g + 3] = -2 * w10;
        composite[g + 4] = 2 * (w00 + w22);
        composite[g + 5] = -2 * w12;
        composite[g + 6] = -2 * w20;
        composite[g + 7] = -2 * w21;
        composite[g + 8] = 2 * (w00 + w11);
        int p = SIZE * b + FLOW;
        composite[p] = 2 * px;
        composite[p + 1] = 2 * py;
        composite[p + 2] = 2 * pz;
    }

    /**
     * Adds the force {@code 2B^C·m} of body b's composite.
     *
     * @param m motion (6) at {@code mo}, of which the angular part counts
     * @param f Modified. force (6) at {@code fo}
     */
    void addCoriolis(int b, double[] m, int mo, double[] f, int fo) {
        int g = SIZE * b + CORIOLIS;
        int p = SIZE * b + FLOW;
        double x = m[mo];
        double y = m[mo + 1];
        double z = m[mo + 2];
        double px = composite[p];
        double py = composite[p + 1];
        double pz = composite[p + 2];
        f[fo] += composite[g] * x + composite[g + 1] * y + composite[g + 2] * z;
        f[fo + 1] += composite[g + 3] * x + composite[g + 4] * y + composite[g + 5] * z;
        f[fo + 2] += composite[g + 6] * x + composite[g + 7] * y + composite[g + 8] * z;
        f[fo + 3] += y * pz - z * py;
        f[fo + 4] += z * px - x * pz;
        f[fo + 5] += x * py - y * px;
    }

    /**
     * Writes the angular part of {@code (2B^C)ᵀ·m} of body b's composite; the linear part is zero.
     *
     * @param m motion (6) at {@code mo}
     * @param out Modified. 3 at {@code o}
     */
    void writeCoriolisTransposed(int b, double[] m, int mo, double[] out, int o) {
        int g = SIZE * b + CORIOLIS;
        int p = SIZE * b + FLOW;
        double x = m[mo];
        double y = m[mo + 1];
        double z = m[mo + 2];
        double lx = m[mo + 3];
        double ly = m[mo + 4];
        double lz = m[mo + 5];
        double px = composite[p];
        double py = composite[p + 1];
        double pz = composite[p + 2];
        out[o] = composite[g] * x + composite[g + 3] * y + composite[g + 6] * z + py * lz - pz * ly;
        out[o + 1] = composite[g + 1] * x + composite[g + 4] * y + composite[g + 7] * z + pz * lx - px * lz;
        out[o + 2] = composite[g + 2] * x + composite[g + 5] * y + composite[g + 8] * z + px * ly - py * lx;
    }

    /**
     * Adds the force {@code m ×* F} of body b's composite force.
     *
     * @param m motion (6) at {@code mo}
     * @param f Modified. force (6) at {@code fo}
     */
    void addForceCross(int b, double[] m, int mo, double[] f, int fo) {
        int o = 6 * b;
        double wx = m[mo];
        double wy = m[mo + 1];
        double wz = m[mo + 2];
        double ux = m[mo + 3];
        double uy = m[mo + 4];
        double uz = m[mo + 5];
        double nx = force[o];
        double ny = force[o + 1];
        double nz = force[o + 2];
        double lx = force[o + 3];
        double ly = force[o + 4];
        double lz = force[o + 5];
        f[fo] += wy * nz - wz * ny + uy * lz - uz * ly;
        f[fo + 1] += wz * nx - wx * nz + uz * lx - ux * lz;
        f[fo + 2] += wx * ny - wy * nx + ux * ly - uy * lx;
        f[fo + 3] += wy * lz - wz * ly;
        f[fo + 4] += wz * lx - wx * lz;
        f[fo + 5] += wx * ly - wy * lx;
    }
}
