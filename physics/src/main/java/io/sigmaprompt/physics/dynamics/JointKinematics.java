package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.spatial.Rotation;
import io.sigmaprompt.physics.spatial.SpatialTransform;
import io.sigmaprompt.physics.spatial.Trig;

/** What the joints do: each body's transform to its parent, and its velocity and velocity-product acceleration. */
final class JointKinematics {
    private final BodyTree tree;
    private final double[] rotation = new double[9];
    /** Transform from each body to its parent, 12 a body; written by {@link #update}. */
    final double[] x;

    JointKinematics(BodyTree tree) {
        this.tree = tree;
        x = tree.placement.clone();
    }

    /** Places each body on its parent at the configuration q (nq). */
    void update(double[] q) {
        for (int b = 1; b < tree.bodies; b++) {
            place(b, q);
        }
    }

    /** Places one body on its parent at the configuration q (nq). */
    void place(int b, double[] q) {
        int o = SpatialTransform.SIZE * b;
        int i = tree.q[b];
        switch (tree.type[b]) {
            case REVOLUTE, CONTINUOUS -> turn(o, q[i]);
            case PRISMATIC -> move(o, 0, 0, q[i]);
            case PLANAR -> {
                move(o, q[i], q[i + 1], 0);
                turn(o, q[i + 2]);
            }
            case SPHERICAL -> orient(o, q, i);
            case FLOATING -> {
                move(o, q[i], q[i + 1], q[i + 2]);
                orient(o, q, i + 3);
            }
            case FIXED -> throw new AssertionError("a fixed joint carries no body");
        }
    }

    private void turn(int o, double angle) {
        double s = Trig.sin(angle);
        double c = Trig.cos(angle);
        double[] p = tree.placement;
        for (int r = o; r < o + 9; r += 3) {
            x[r] = c * p[r] + s * p[r + 1];
            x[r + 1] = c * p[r + 1] - s * p[r];
        }
    }

    private void orient(int o, double[] q, int quaternion) {
        Rotation.fromQuaternion(q, quaternion, rotation, 0);
        Rotation.multiply(tree.placement, o, rotation, 0, x, o);
    }

    private void move(int o, double dx, double dy, double dz) {
        double[] p = tree.placement;
        x[o + 9] = p[o + 9] + p[o] * dx + p[o + 1] * dy + p[o + 2] * dz;
        x[o + 10] = p[o + 10] + p[o + 3] * dx + p[o + 4] * dy + p[o + 5] * dz;
        x[o + 11] = p[o + 11] + p[o + 6] * dx + p[o + 7] * dy + p[o + 8] * dz;
    }

    /** Velocity of body b from its parent's and its joint's: {@code v_b = X·v_parent + S·v_joint}, both 6 a body. */
    void velocity(int b, double[] v, double[] velocities) {
        SpatialTransform.motionToChild(x, SpatialTransform.SIZE * b, velocities, 6 * tree.parent[b], velocities, 6 * b);
        addFreedoms(b, v, velocities);
    }

    /** Adds the joint's own motion {@code S·rate} to that of body b. */
    void addFreedoms(int b, double[] rate, double[] out) {
        int[] axes = tree.axes[b];
        int i = tree.v[b];
        for (int k = 0; k < axes.length; k++) {
            out[6 * b + axes[k]] += rate[i + k];
        }
    }

    /** Adds {@code v_b × S·v_joint} to what stands at {@code 6 b} of {@code out}. */
    void addVelocityProduct(int b, double[] v, double[] velocities, double[] out) {
        int o = 6 * b;
        int i = tree.v[b];
        double wx = velocities[o];
        double wy = velocities[o + 1];
        switch (tree.type[b]) {
            case REVOLUTE, CONTINUOUS -> {
                out[o] += wy * v[i];
                out[o + 1] -= wx * v[i];
                out[o + 3] += velocities[o + 4] * v[i];
                out[o + 4] -= velocities[o + 3] * v[i];
            }
            case PRISMATIC -> {
                out[o + 3] += wy * v[i];
                out[o + 4] -= wx * v[i];
            }
            case PLANAR -> product(o, velocities, 0, 0, v[i + 2], v[i], v[i + 1], 0, out);
            case SPHERICAL -> product(o, velocities, v[i], v[i + 1], v[i + 2], 0, 0, 0, out);
            case FLOATING -> product(o, velocities, v[i], v[i + 1], v[i + 2], v[i + 3], v[i + 4], v[i + 5], out);
            case FIXED -> throw new AssertionError("a fixed joint carries no body");
        }
    }

    private static void product(
            int o, double[] v, double jx, double jy, double jz, double lx, double ly, double lz, double[] out) {
        double wx = v[o];
        double wy = v[o + 1];
        double wz = v[o + 2];
        double ux = v[o + 3];
        double uy = v[o + 4];
        double uz = v[o + 5];
        out[o] += wy * jz - wz * jy;
        out[o + 1] += wz * jx - wx * jz;
        out[o + 2] += wx * jy - wy * jx;
        out[o + 3] += wy * lz - wz * ly + uy * jz - uz * jy;
        out[o + 4] += wz * lx - wx * lz + uz * jx - ux * jz;
        out[o + 5] += wx * ly - wy * lx + ux * jy - uy * jx;
    }
}
