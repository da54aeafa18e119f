package io.sigmaprompt.physics.world.tree;

/**
 * How a rigid body turns by itself: Euler's equations by the implicit midpoint rule, which keeps the quadratic invariants
 * energy and |angular momentum| (Hairer, Lubich, Wanner, Geometric Numerical Integration, 2006, section IV.2.1), solved by
 * Newton's method.
 */
final class FreeSpin {
    private static final int NEWTON_STEPS = 4;
    /** Radians; what turns further in a step is not resolved, and keeps its rates. */
    private static final double MOST = 1000;

    /** Squares of turns in a step, rad², below which direction is kept to rounding and above which it is not resolved. */
    private static final double LEAST_TURN_SQUARED = 1e-11;

    private static final double GREATEST_TURN_SQUARED = 1;
    /** Square of the angle, rad, to which angular momentum keeps its direction. */
    private static final double STRAIGHT_SQUARED = 1e-30;

    final double ixx;
    final double ixy;
    final double ixz;
    final double iyy;
    final double iyz;
    final double izz;
    /** Whether all axes are alike, so that the body turns on as it does. */
    private final boolean isotropic;

    /** The angular velocity after the step. */
    double x;

    double y;
    double z;

    /** Inertia about the centre of mass, body axes, kg m². */
    FreeSpin(double ixx, double ixy, double ixz, double iyy, double iyz, double izz) {
        this.ixx = ixx;
        this.ixy = ixy;
        this.ixz = ixz;
        this.iyy = iyy;
        this.iyz = iyz;
        this.izz = izz;
        isotropic = ixx == iyy && iyy == izz && ixy == 0 && ixz == 0 && iyz == 0;
    }

    /** Whether the inertia is positive definite. */
    boolean positive() {
        double minor = ixx * iyy - ixy * ixy;
        double determinant =
                ixx * (iyy * izz - iyz * iyz) - ixy * (ixy * izz - iyz * ixz) + ixz * (ixy * iyz - iyy * ixz);
        double scale = Math.max(ixx, Math.max(iyy, izz));
        return ixx > 0 && minor > 0 && determinant > 1e-12 * scale * scale * scale;
    }

    /**
     * Steps {@code I·dω/dt + ω × I·ω = 0}.
     *
     * @param wx angular velocity, body axes, rad/s
     */
    void step(double wx, double wy, double wz, double dt) {
        x = wx;
        y = wy;
        z = wz;
        if (isotropic) {
            return;
        }
        // Newton's method may miss where a step turns by more than a radian.
        double angle = dt * Math.sqrt(wx * wx + wy * wy + wz * wz);
        if (angle <= MOST) {
            int parts = 1 + (int) angle;
            for (int k = 0; k < parts; k++) {
                part(x, y, z, dt / parts);
            }
        }
    }

    /**
     * Mends the mean rate of a step, so that by the turn with it angular momentum keeps its direction in the world, which the
     * midpoint rule alone keeps to the second order. It adds the least rotation c that leads the momentum back,
     * {@code exp(c)·exp(m) = exp(m + c - m×c/2 + m×(m×c)/12 - ...)} (Hairer, Lubich, Wanner, section III.4.2).
     *
     * @param before angular velocity before the step, body axes (3)
     * @param end axes after the turn by dt·mean, in those before (9)
     * @param mean Modified. rad/s, axes before (3)
     * @return whether it changed
     */
    boolean straighten(double[] before, double[] end, double[] mean, double dt) {
        double mx = dt * mean[0];
        double my = dt * mean[1];
        double mz = dt * mean[2];
        double square = mx * mx + my * my + mz * mz;
        if (isotropic || square < LEAST_TURN_SQUARED || square > GREATEST_TURN_SQUARED) {
            return false;
        }
        double ax = ixx * before[0] + ixy * before[1] + ixz * before[2];
        double ay = ixy * before[0] + iyy * before[1] + iyz * before[2];
        double az = ixz * before[0] + iyz * before[1] + izz * before[2];
        double lx = ixx * x + ixy * y + ixz * z;
        double ly = ixy * x + iyy * y + iyz * z;
        double lz = ixz * x + iyz * y + izz * z;
        double bx = end[0] * lx + end[1] * ly + end[2] * lz;
        double by = end[3] * lx + end[4] * ly + end[5] * lz;
        double bz = end[6] * lx + end[7] * ly + end[8] * lz;
        double scale = 1 / (ax * ax + ay * ay + az * az);
        double cx = scale * (by * az - bz * ay);
        double cy = scale * (bz * ax - bx * az);
        double cz = scale * (bx * ay - by * ax);
        if (cx * cx + cy * cy + cz * cz < STRAIGHT_SQUARED) {
            return false;
        }
        double px = my * cz - mz * cy;
        double py = mz * cx - mx * cz;
        double pz = mx * cy - my * cx;
        mean[0] += (cx - 0.5 * px + (my * pz - mz * py) / 12) / dt;
        mean[1] += (cy - 0.5 * py + (mz * px - mx * pz) / 12) / dt;
        mean[2] += (cz - 0.5 * pz + (mx * py - my * px) / 12) / dt;
        return true;
    }

    private void part(double wx, double wy, double wz, double dt) {
        double h = 0.5 * dt;
        for (int k = 0; k < NEWTON_STEPS; k++) {
            double mx = 0.5 * (wx + x);
            double my = 0.5 * (wy + y);
            double mz = 0.5 * (wz + z);
            double lx = ixx * mx + ixy * my + ixz * mz;
            double ly = ixy * mx + iyy * my + iyz * mz;
            double lz = ixz * mx + iyz * my + izz * mz;
            double dx = x - wx;
            double dy = y - wy;
            double dz = z - wz;
            double fx = ixx * dx + ixy * dy + ixz * dz + dt * (my * lz - mz * ly);
            double fy = ixy * dx + iyy * dy + iyz * dz + dt * (mz * lx - mx * lz);
            double fz = ixz * dx + iyz * dy + izz * dz + dt * (mx * ly - my * lx);
            if (fx == 0 && fy == 0 && fz == 0) {
                return;
            }
            // Jacobian I + dt/2 (m× I - (I m)×).
            double a00 = ixx + h * (my * ixz - mz * ixy);
            double a01 = ixy + h * (my * iyz - mz * iyy + lz);
            double a02 = ixz + h * (my * izz - mz * iyz - ly);
            double a10 = ixy + h * (mz * ixx - mx * ixz - lz);
            double a11 = iyy + h * (mz * ixy - mx * iyz);
            double a12 = iyz + h * (mz * ixz - mx * izz + lx);
            double a20 = ixz + h * (mx * ixy - my * ixx + ly);
            double a21 = iyz + h * (mx * iyy - my * ixy - lx);
            double a22 = izz + h * (mx * iyz - my * ixz);
            double c0 = a11 * a22 - a12 * a21;
            double c1 = a12 * a20 - a10 * a22;
            double c2 = a10 * a21 - a11 * a20;
            double inverse = 1 / (a00 * c0 + a01 * c1 + a02 * c2);
            x -= inverse * (c0 * fx + (a02 * a21 - a01 * a22) * fy + (a01 * a12 - a02 * a11) * fz);
            y -= inverse * (c1 * fx + (a00 * a22 - a02 * a20) * fy + (a02 * a10 - a00 * a12) * fz);
            z -= inverse * (c2 * fx + (a01 * a20 - a00 * a21) * fy + (a00 * a11 - a01 * a10) * fz);
        }
    }
}
