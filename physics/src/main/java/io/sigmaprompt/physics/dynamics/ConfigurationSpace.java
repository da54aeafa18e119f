package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.Rotation;
import io.sigmaprompt.physics.spatial.Trig;

/**
 * Moving through configurations, whose rotations are no vector space: a chart u (nv) around a configuration q0, and its
 * rates. Of a floating joint u is (rotation vector in the child's frame, displacement in the parent's), of a
 * spherical one the former; of a planar
 * joint (x, y, angle) in the plane's basis; of others the coordinate's change.
 *
 * <p>Integrating u by a Runge-Kutta method keeps its order and never leaves the rotations (Hairer, Lubich, Wanner,
 * Geometric Numerical Integration, IV.8). One thread at a time.
 */
public final class ConfigurationSpace {
    private static final double SMALL_ANGLE_SQUARED = 0.01;

    private final RobotModel model;
    private final JointType[] type;
    private final int[] qIndex;
    private final int[] vIndex;
    private final double[] before = new double[9];
    private final double[] after = new double[9];

    public ConfigurationSpace(RobotModel model) {
        BodyTree tree = new BodyTree(model);
        this.model = model;
        int n = tree.bodies - 1;
        type = new JointType[n];
        qIndex = new int[n];
        vIndex = new int[n];
        System.arraycopy(tree.type, 1, type, 0, n);
        System.arraycopy(tree.q, 1, qIndex, 0, n);
        System.arraycopy(tree.v, 1, vIndex, 0, n);
    }

    /** The model whose configurations these are. */
    public RobotModel model() {
        return model;
    }

    /**
     * The configuration at u around q0.
     *
     * @param q0 configuration (nq)
     * @param u chart coordinates (nv)
     * @param out Modified. configuration (nq), its quaternions of unit length; may be q0
     */
    public void retract(double[] q0, double[] u, double[] out) {
        for (int j = 0; j < type.length; j++) {
            int q = qIndex[j];
            int v = vIndex[j];
            if (type[j] == JointType.FLOATING) {
                Rotation.turn(q0, q + 3, u, v, out, q + 3);
                for (int k = 0; k < 3; k++) {
                    out[q + k] = q0[q + k] + u[v + 3 + k];
                }
            } else if (type[j] == JointType.SPHERICAL) {
                Rotation.turn(q0, q, u, v, out, q);
            } else {
                for (int k = 0; k < type[j].velocities(); k++) {
                    out[q + k] = q0[q + k] + u[v + k];
                }
            }
        }
    }

    /**
     * How fast the chart's coordinates change. The series of the inverse differential of exp is cut after its second
     * commutator: enough for methods of order 4, whose steps are small.
     *
     * @param u chart coordinates (nv) around some q0
     * @param q the configuration there (nq)
     * @param v the velocity there (nv)
     * @param out Modified. rates of u (nv)
     */
    public void rate(double[] u, double[] q, double[] v, double[] out) {
        rate(u, q, v, false, out);
    }

    /**
     * How fast the chart's coordinates change, to rounding, wherever each rotation of u is below 2π.
     *
     * @param u chart coordinates (nv) around some q0
     * @param q the configuration there (nq)
     * @param v the velocity there (nv)
     * @param out Modified. rates of u (nv)
     */
    public void exactRate(double[] u, double[] q, double[] v, double[] out) {
        rate(u, q, v, true, out);
    }

    private void rate(double[] u, double[] q, double[] v, boolean exact, double[] out) {
        for (int j = 0; j < type.length; j++) {
            int i = vIndex[j];
            switch (type[j]) {
                case FLOATING -> {
                    rotationRate(u, v, i, exact, out);
                    Rotation.fromQuaternion(q, qIndex[j] + 3, before, 0);
                    rotate(before, v, i + 3, out, i + 3);
                }
                case SPHERICAL -> rotationRate(u, v, i, exact, out);
                case PLANAR -> {
                    double s = Trig.sin(q[qIndex[j] + 2]);
                    double c = Trig.cos(q[qIndex[j] + 2]);
                    out[i] = c * v[i] - s * v[i + 1];
                    out[i + 1] = s * v[i] + c * v[i + 1];
                    out[i + 2] = v[i + 2];
                }
                default -> out[i] = v[i];
            }
        }
    }

    /** u' = w + u×w/2 + c·u×(u×w) for the rotation q0·exp(u) with body angular velocity w; c is near 1/12. */
    private static void rotationRate(double[] u, double[] v, int i, boolean exact, double[] out) {
        double ux = u[i];
        double uy = u[i + 1];
        double uz = u[i + 2];
        double wx = v[i];
        double wy = v[i + 1];
        double wz = v[i + 2];
        double cx = uy * wz - uz * wy;
        double cy = uz * wx - ux * wz;
        double cz = ux * wy - uy * wx;
        double twelve = exact ? 1 / secondCommutator(ux * ux + uy * uy + uz * uz) : 12;
        out[i] = wx + 0.5 * cx + (uy * cz - uz * cy) / twelve;
        out[i + 1] = wy + 0.5 * cy + (uz * cx - ux * cz) / twelve;
        out[i + 2] = wz + 0.5 * cz + (ux * cy - uy * cx) / twelve;
    }

    /** {@code (1 - a/2·cot(a/2)) / a²} for the angle a, with a series where that cancels. */
    private static double secondCommutator(double square) {
        if (square < SMALL_ANGLE_SQUARED) {
            return 1.0 / 12 + square * (1.0 / 720 + square * (1.0 / 30240 + square / 1209600));
        }
        double half = 0.5 * Math.sqrt(square);
        return (1 - half * Trig.cos(half) / Trig.sin(half)) / square;
    }

    /**
     * The greatest rotation that a chart's coordinates hold, or the greatest angular speed that a velocity has, among the
     * joints with a quaternion.
     *
     * @param u chart coordinates or velocity (nv)
     * @return radians or rad/s; 0 for a robot without quaternions
     */
    public double greatestRotation(double[] u) {
        double square = 0;
        for (int j = 0; j < type.length; j++) {
            if (type[j].quaternion() >= 0) {
                int i = vIndex[j];
                square = Math.max(square, u[i] * u[i] + u[i + 1] * u[i + 1] + u[i + 2] * u[i + 2]);
            }
        }
        return Math.sqrt(square);
    }

    /**
     * One step of semi-implicit Euler: first the velocity, then the configuration with the new velocity. The linear
     * velocity of floating and planar joints is stepped in the parent's axes, where a free flight is straight, so that
     * tumbling does not feed energy in.
     *
     * @param q Modified. configuration (nq)
     * @param v Modified. velocity (nv)
     * @param vdot rates of v (nv)
     * @param dt step, seconds
     * @param u Modified. scratch (nv)
     */
    public void stepSemiImplicit(double[] q, double[] v, double[] vdot, double dt, double[] u) {
        for (int j = 0; j < type.length; j++) {
            int i = vIndex[j];
            switch (type[j]) {
                case FLOATING -> stepFloating(q, qIndex[j], v, vdot, i, dt, u);
                case SPHERICAL -> stepSpherical(q, qIndex[j], v, vdot, i, dt, u);
                case PLANAR -> stepPlanar(q, qIndex[j], v, vdot, i, dt);
                default -> {
                    v[i] += dt * vdot[i];
                    q[qIndex[j]] += dt * v[i];
                }
            }
        }
    }

    private void stepFloating(double[] q, int qi, double[] v, double[] vdot, int i, double dt, double[] u) {
        double wx = v[i];
        double wy = v[i + 1];
        double wz = v[i + 2];
        double lx = v[i + 3];
        double ly = v[i + 4];
        double lz = v[i + 5];
        u[i] = lx + dt * (vdot[i + 3] + wy * lz - wz * ly);
        u[i + 1] = ly + dt * (vdot[i + 4] + wz * lx - wx * lz);
        u[i + 2] = lz + dt * (vdot[i + 5] + wx * ly - wy * lx);
        Rotation.fromQuaternion(q, qi + 3, before, 0);
        rotate(before, u, i, u, i + 3);
        for (int k = 0; k < 3; k++) {
            q[qi + k] += dt * u[i + 3 + k];
            v[i + k] += dt * vdot[i + k];
            u[i + k] = dt * v[i + k];
        }
        Rotation.turn(q, qi + 3, u, i, q, qi + 3);
        Rotation.fromQuaternion(q, qi + 3, after, 0);
        for (int k = 0; k < 3; k++) {
            v[i + 3 + k] = after[k] * u[i + 3] + after[k + 3] * u[i + 4] + after[k + 6] * u[i + 5];
        }
    }

    private static void stepSpherical(double[] q, int qi, double[] v, double[] vdot, int i, double dt, double[] u) {
        for (int k = i; k < i + 3; k++) {
            v[k] += dt * vdot[k];
            u[k] = dt * v[k];
        }
        Rotation.turn(q, qi, u, i, q, qi);
    }

    private static void stepPlanar(double[] q, int qi, double[] v, double[] vdot, int i, double dt) {
        double lx = v[i] + dt * (vdot[i] - v[i + 2] * v[i + 1]);
        double ly = v[i + 1] + dt * (vdot[i + 1] + v[i + 2] * v[i]);
        double s = Trig.sin(q[qi + 2]);
        double c = Trig.cos(q[qi + 2]);
        double px = c * lx - s * ly;
        double py = s * lx + c * ly;
        v[i + 2] += dt * vdot[i + 2];
        q[qi] += dt * px;
        q[qi + 1] += dt * py;
        q[qi + 2] += dt * v[i + 2];
        s = Trig.sin(q[qi + 2]);
        c = Trig.cos(q[qi + 2]);
        v[i] = c * px + s * py;
        v[i + 1] = c * py - s * px;
    }

    private static void rotate(double[] r, double[] a, int ao, double[] out, int oo) {
        double x = a[ao];
        double y = a[ao + 1];
        double z = a[ao + 2];
        out[oo] = r[0] * x + r[1] * y + r[2] * z;
        out[oo + 1] = r[3] * x + r[4] * y + r[5] * z;
        out[oo + 2] = r[6] * x + r[7] * y + r[8] * z;
    }
}
