package io.sigmaprompt.physics.world.tree;

/**
 * The mass matrix of a free body about its centre of mass, {@code diag(I, m) + gains}, as the factor of it that makes it the
 * identity: of {@code I + gains = C·Cᵀ}, {@code w = Cᵀ·ω}. The factor is made again only where there are gains.
 */
final class CentralInertia {
    private final double mass;
    private final FreeSpin inertia;
    /** C: xx, yx, yy, zx, zy, zz; then its inverse. */
    private final double[] factor = new double[6];

    private final double[] inverse = new double[6];
    /** Roots of mass plus gain, along the body's axes; then their inverses. */
    private final double[] root = new double[3];

    private final double[] inverseRoot = new double[3];
    private boolean bare;

    CentralInertia(double mass, FreeSpin inertia) {
        this.mass = mass;
        this.inertia = inertia;
        factor(new double[6], 0);
    }

    /** Takes what the diagonal gains: 6 numbers at {@code o}. */
    void prepare(double[] gains, int o) {
        boolean none = true;
        for (int k = 0; k < 6; k++) {
            none &= gains[o + k] == 0;
        }
        if (!none || !bare) {
            factor(gains, o);
        }
        bare = none;
    }

    private void factor(double[] gains, int o) {
        double xx = Math.sqrt(inertia.ixx + gains[o]);
        double yx = inertia.ixy / xx;
        double zx = inertia.ixz / xx;
        double yy = Math.sqrt(inertia.iyy + gains[o + 1] - yx * yx);
        double zy = (inertia.iyz - zx * yx) / yy;
        double zz = Math.sqrt(inertia.izz + gains[o + 2] - zx * zx - zy * zy);
        factor[0] = xx;
        factor[1] = yx;
        factor[2] = yy;
        factor[3] = zx;
        factor[4] = zy;
        factor[5] = zz;
        inverse[0] = 1 / xx;
        inverse[2] = 1 / yy;
        inverse[5] = 1 / zz;
        inverse[1] = -yx * inverse[0] * inverse[2];
        inverse[4] = -zy * inverse[2] * inverse[5];
        inverse[3] = -(zx * inverse[0] + zy * inverse[1]) * inverse[5];
        for (int k = 0; k < 3; k++) {
            root[k] = Math.sqrt(mass + gains[o + 3 + k]);
            inverseRoot[k] = 1 / root[k];
        }
    }

    /** w (at {@code o}) of a velocity (angular, linear). */
    void whitenVelocity(double[] v, double[] w, int o) {
        w[o] = factor[0] * v[0] + factor[1] * v[1] + factor[3] * v[2];
        w[o + 1] = factor[2] * v[1] + factor[4] * v[2];
        w[o + 2] = factor[5] * v[2];
        w[o + 3] = root[0] * v[3];
        w[o + 4] = root[1] * v[4];
        w[o + 5] = root[2] * v[5];
    }

    /** The velocity of w (at {@code o}). */
    void velocity(double[] w, int o, double[] v) {
        v[0] = inverse[0] * w[o] + inverse[1] * w[o + 1] + inverse[3] * w[o + 2];
        v[1] = inverse[2] * w[o + 1] + inverse[4] * w[o + 2];
        v[2] = inverse[5] * w[o + 2];
        v[3] = inverseRoot[0] * w[o + 3];
        v[4] = inverseRoot[1] * w[o + 4];
        v[5] = inverseRoot[2] * w[o + 5];
    }

    /** Turns a moment and a force (6 numbers at {@code o}) into what they change w by, in place. */
    void whitenForce(double[] f, int o) {
        double x = f[o];
        double y = f[o + 1];
        double z = f[o + 2];
        f[o] = inverse[0] * x;
        f[o + 1] = inverse[1] * x + inverse[2] * y;
        f[o + 2] = inverse[3] * x + inverse[4] * y + inverse[5] * z;
        f[o + 3] *= inverseRoot[0];
        f[o + 4] *= inverseRoot[1];
        f[o + 5] *= inverseRoot[2];
    }

    /** Kinetic energy without gains, joules. */
    double kineticEnergy(double[] v) {
        double spin = v[0] * (inertia.ixx * v[0] + 2 * (inertia.ixy * v[1] + inertia.ixz * v[2]))
                + v[1] * (inertia.iyy * v[1] + 2 * inertia.iyz * v[2])
                + v[2] * inertia.izz * v[2];
        return 0.5 * (spin + mass * (v[3] * v[3] + v[4] * v[4] + v[5] * v[5]));
    }
}
