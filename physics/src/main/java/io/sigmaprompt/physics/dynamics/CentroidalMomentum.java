package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.SpatialInertia;
import io.sigmaprompt.physics.spatial.SpatialTransform;
import java.util.Arrays;

/**
 * The momentum of a robot's moving bodies about their centre of mass, and the matrix A that gives it from v (Orin,
 * Goswami, Lee, Centroidal dynamics of a humanoid robot, Autonomous Robots 35, 2013; the matrix by composite bodies as
 * in Wensing, Orin, Improved computation of the humanoid centroidal dynamics, International Journal of Humanoid
 * Robotics 13(1), 2016). Angular first, in the world's axes. Allocates nothing after construction; one thread at a
 * time.
 */
public final class CentroidalMomentum {
    private final BodyTree tree;
    private final BodyPoses poses;
    private final double[] velocity;
    private final double[] composite;
    private final double[] force = new double[6];
    private final double[] center = new double[3];

    /** For a robot. */
    public CentroidalMomentum(RobotModel model) {
        tree = new BodyTree(model);
        poses = new BodyPoses(tree);
        velocity = new double[6 * tree.bodies];
        composite = new double[SpatialInertia.SIZE * tree.bodies];
    }

    /**
     * The momentum about the centre of mass, or about the world's origin where no mass moves.
     *
     * @param q configuration (nq)
     * @param v velocity (nv)
     * @param out6 Modified. angular (kg m²/s), then linear (kg m/s)
     */
    public void momentum(double[] q, double[] v, double[] out6) {
        poses.update(q);
        findCenter();
        Arrays.fill(out6, 0, 6, 0);
        for (int b = 1; b < tree.bodies; b++) {
            poses.joints.velocity(b, v, velocity);
            SpatialInertia.momentum(tree.inertia, SpatialInertia.SIZE * b, velocity, 6 * b, force, 0);
            moveToCenter(b);
            for (int r = 0; r < 6; r++) {
                out6[r] += force[r];
            }
        }
    }

    /**
     * The centroidal momentum matrix A, with {@code A·v} the momentum.
     *
     * @param q configuration (nq)
     * @param matrix Modified. 6 x nv, row-major
     */
    public void matrix(double[] q, double[] matrix) {
        int nv = tree.model.nv();
        poses.update(q);
        findCenter();
        System.arraycopy(tree.inertia, 0, composite, 0, composite.length);
        for (int b = tree.bodies - 1; b > 0; b--) {
            int[] axes = tree.axes[b];
            for (int k = 0; k < axes.length; k++) {
                SpatialInertia.column(composite, SpatialInertia.SIZE * b, axes[k], force);
                moveToCenter(b);
                for (int r = 0; r < 6; r++) {
                    matrix[r * nv + tree.v[b] + k] = force[r];
                }
            }
            int p = tree.parent[b];
            if (p > 0) {
                SpatialInertia.addToParent(
                        poses.joints.x,
                        SpatialTransform.SIZE * b,
                        composite,
                        SpatialInertia.SIZE * b,
                        composite,
                        SpatialInertia.SIZE * p);
            }
        }
    }

    private void findCenter() {
        double[] inertia = tree.inertia;
        double[] world = poses.world;
        double mass = 0;
        Arrays.fill(center, 0);
        for (int b = 1; b < tree.bodies; b++) {
            int o = SpatialTransform.SIZE * b;
            int i = SpatialInertia.SIZE * b;
            mass += inertia[i];
            for (int r = 0; r < 3; r++) {
                int row = o + 3 * r;
                center[r] += inertia[i] * world[o + 9 + r]
                        + world[row] * inertia[i + 1]
                        + world[row + 1] * inertia[i + 2]
                        + world[row + 2] * inertia[i + 3];
            }
        }
        for (int r = 0; r < 3 && mass > 0; r++) {
            center[r] /= mass;
        }
    }

    /** Takes the force or momentum from body b's frame to the world's axes and the centre of mass. */
    private void moveToCenter(int b) {
        double[] world = poses.world;
        int o = SpatialTransform.SIZE * b;
        double nx = force[0];
        double ny = force[1];
        double nz = force[2];
        double lx = force[3];
        double ly = force[4];
        double lz = force[5];
        double fx = world[o] * lx + world[o + 1] * ly + world[o + 2] * lz;
        double fy = world[o + 3] * lx + world[o + 4] * ly + world[o + 5] * lz;
        double fz = world[o + 6] * lx + world[o + 7] * ly + world[o + 8] * lz;
        double dx = world[o + 9] - center[0];
        double dy = world[o + 10] - center[1];
        double dz = world[o + 11] - center[2];
        force[0] = world[o] * nx + world[o + 1] * ny + world[o + 2] * nz + dy * fz - dz * fy;
        force[1] = world[o + 3] * nx + world[o + 4] * ny + world[o + 5] * nz + dz * fx - dx * fz;
        force[2] = world[o + 6] * nx + world[o + 7] * ny + world[o + 8] * nz + dx * fy - dy * fx;
        force[3] = fx;
        force[4] = fy;
        force[5] = fz;
    }
}
