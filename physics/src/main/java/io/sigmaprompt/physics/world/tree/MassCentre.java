package io.sigmaprompt.physics.world.tree;

/**
 * Where a body's centre of mass lies in the frame of its link, in metres, and how velocities and forces go from the link's
 * origin to it and back; all in the body's axes, angular before linear.
 */
record MassCentre(double x, double y, double z) {
    /** From the velocity of the link's origin (at {@code o}) to that of the centre. */
    void velocity(double[] origin, int o, double[] out) {
        double wx = origin[o];
        double wy = origin[o + 1];
        double wz = origin[o + 2];
        out[0] = wx;
        out[1] = wy;
        out[2] = wz;
        out[3] = origin[o + 3] + wy * z - wz * y;
        out[4] = origin[o + 4] + wz * x - wx * z;
        out[5] = origin[o + 5] + wx * y - wy * x;
    }

    /** From the velocity of the centre to that of the link's origin, which is written at {@code o}. */
    void originVelocity(double wx, double wy, double wz, double ux, double uy, double uz, double[] out, int o) {
        out[o] = wx;
        out[o + 1] = wy;
        out[o + 2] = wz;
        out[o + 3] = ux - wy * z + wz * y;
        out[o + 4] = uy - wz * x + wx * z;
        out[o + 5] = uz - wx * y + wy * x;
    }

    /** Adds a moment about the centre and a force to those about the link's origin (at {@code o}). */
    void addForce(double[] along, double[] out, int o) {
        out[o] += along[0] + y * along[5] - z * along[4];
        out[o + 1] += along[1] + z * along[3] - x * along[5];
        out[o + 2] += along[2] + x * along[4] - y * along[3];
        for (int k = 3; k < 6; k++) {
            out[o + k] += along[k];
        }
    }

    /** A coordinate of the centre in the world less that of the link's origin. */
    double along(double[] axes, int k) {
        return axes[3 * k] * x + axes[3 * k + 1] * y + axes[3 * k + 2] * z;
    }

    /** A coordinate of the centre in the world, that of the link's origin and its axes given. */
    double inWorld(double origin, double[] axes, int k) {
        return origin + axes[3 * k] * x + axes[3 * k + 1] * y + axes[3 * k + 2] * z;
    }
}
