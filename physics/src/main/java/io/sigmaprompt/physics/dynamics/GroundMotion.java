package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.spatial.SpatialTransform;

/**
 * How the bodies move, in ground coordinates: the world's axes, and for each tree that grows from the world an origin
 * of its own where the frame of its first body is, so that a robot far from the world's origin is no less precise.
 * Bodies of different trees never meet in a formula.
 *
 * <p>As gravity is uniform, an origin at rest changes nothing but the linear part of vectors; the world accelerates by
 * minus gravity about any of them.
 */
final class GroundMotion {
    final BodyTree tree;
    private final JointKinematics joints;
    /** Body to ground, 12 a body. */
    final double[] placement;
    /** Spatial axis S of each freedom, 6 a freedom. */
    final double[] axis;
    /** 6 a body. */
    final double[] velocity;
    /** 6 a body, that of free fall taken off. */
    final double[] acceleration;

    GroundMotion(RobotModel model, Vec3 gravity) {
        tree = new BodyTree(model);
        joints = new JointKinematics(tree);
        placement = new double[SpatialTransform.SIZE * tree.bodies];
        axis = new double[6 * model.nv()];
        velocity = new double[6 * tree.bodies];
        acceleration = new double[6 * tree.bodies];
        Gravity.accelerateWorld(gravity, acceleration);
    }

    /** Places the bodies at q (nq) and moves them with v (nv). */
    void update(double[] q, double[] v) {
        joints.update(q);
        for (int b = 1; b < tree.bodies; b++) {
            int p = tree.parent[b];
            int o = SpatialTransform.SIZE * b;
            if (p == 0) {
                System.arraycopy(joints.x, o, placement, o, 9);
            } else {
                SpatialTransform.compose(placement, SpatialTransform.SIZE * p, joints.x, o, placement, o);
            }
            System.arraycopy(velocity, 6 * p, velocity, 6 * b, 6);
            int[] axes = tree.axes[b];
            for (int k = 0; k < axes.length; k++) {
                int dof = tree.v[b] + k;
                writeAxis(o, axes[k], 6 * dof);
                addScaled(v[dof], axis, 6 * dof, velocity, 6 * b);
            }
        }
    }

    /** Accelerates the bodies with vdot (nv) at the state of the last {@link #update}. */
    void accelerate(double[] vdot) {
        for (int b = 1; b < tree.bodies; b++) {
            int p = 6 * tree.parent[b];
            int o = 6 * b;
            System.arraycopy(acceleration, p, acceleration, o, 6);
            // The sum of v_b × S·v over the joint's freedoms is v_b × (v_b - v_p).
            addCross(velocity, p, velocity, o, acceleration, o);
            int first = tree.v[b];
            for (int dof = first; dof < first + tree.axes[b].length; dof++) {
                addScaled(vdot[dof], axis, 6 * dof, acceleration, o);
            }
        }
    }

    private void writeAxis(int x, int freedom, int o) {
        int column = x + freedom % 3;
        double ax = placement[column];
        double ay = placement[column + 3];
        double az = placement[column + 6];
        if (freedom < 3) {
            double px = placement[x + 9];
            double py = placement[x + 10];
            double pz = placement[x + 11];
            axis[o] = ax;
            axis[o + 1] = ay;
            axis[o + 2] = az;
            axis[o + 3] = py * az - pz * ay;
            axis[o + 4] = pz * ax - px * az;
            axis[o + 5] = px * ay - py * ax;
        } else {
            axis[o] = 0;
            axis[o + 1] = 0;
            axis[o + 2] = 0;
            axis[o + 3] = ax;
            axis[o + 4] = ay;
            axis[o + 5] = az;
        }
    }

    /** Adds {@code scale·m}, both 6. */
    static void addScaled(double scale, double[] m, int mo, double[] out, int o) {
        out[o] += scale * m[mo];
        out[o + 1] += scale * m[mo + 1];
        out[o + 2] += scale * m[mo + 2];
        out[o + 3] += scale * m[mo + 3];
        out[o + 4] += scale * m[mo + 4];
        out[o + 5] += scale * m[mo + 5];
    }

    /**
     * Adds the motion {@code a × b}.
     *
     * @param out Modified. 6 at {@code o}; must not overlap a or b
     */
    static void addCross(double[] a, int ao, double[] b, int bo, double[] out, int o) {
        double wx = a[ao];
        double wy = a[ao + 1];
        double wz = a[ao + 2];
        double ux = a[ao + 3];
        double uy = a[ao + 4];
        double uz = a[ao + 5];
        double jx = b[bo];
        double jy = b[bo + 1];
        double jz = b[bo + 2];
        double lx = b[bo + 3];
        double ly = b[bo + 4];
        double lz = b[bo + 5];
        out[o] += wy * jz - wz * jy;
        out[o + 1] += wz * jx - wx * jz;
        out[o + 2] += wx * jy - wy * jx;
        out[o + 3] += wy * lz - wz * ly + uy * jz - uz * jy;
        out[o + 4] += wz * lx - wx * lz + uz * jx - ux * jz;
        out[o + 5] += wx * ly - wy * lx + ux * jy - uy * jx;
    }
}
