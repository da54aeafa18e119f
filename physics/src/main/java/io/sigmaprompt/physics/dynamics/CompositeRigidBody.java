package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.SpatialInertia;
import io.sigmaprompt.physics.spatial.SpatialTransform;
import java.util.Arrays;

/**
 * The joint-space mass matrix by the composite-rigid-body algorithm (Featherstone, Rigid Body Dynamics Algorithms,
 * 2008, table 6.2). Rigid bodies only: no armature, and mimic joints move by themselves. Allocates nothing after
 * construction; one thread at a time.
 */
public final class CompositeRigidBody {
    private final BodyTree tree;
    private final JointKinematics joints;
    private final double[] composite;
    private double[] force = new double[6];
    private double[] moved = new double[6];

    public CompositeRigidBody(RobotModel model) {
        tree = new BodyTree(model);
        joints = new JointKinematics(tree);
        composite = new double[SpatialInertia.SIZE * tree.bodies];
    }

    /**
     * The mass matrix M of {@code tau = M(q)·vdot + h(q, v)}.
     *
     * @param q configuration (nq)
     * @param out Modified. nv x nv, row-major, symmetric; kg m² and kg, ordered as v
     */
    public void massMatrix(double[] q, double[] out) {
        int nv = tree.model.nv();
        joints.update(q);
        System.arraycopy(tree.inertia, 0, composite, 0, composite.length);
        Arrays.fill(out, 0, nv * nv, 0);
        for (int b = tree.bodies - 1; b > 0; b--) {
            int p = tree.parent[b];
            if (p > 0) {
                SpatialInertia.addToParent(
                        joints.x,
                        SpatialTransform.SIZE * b,
                        composite,
                        SpatialInertia.SIZE * b,
                        composite,
                        SpatialInertia.SIZE * p);
            }
            int[] axes = tree.axes[b];
            for (int k = 0; k < axes.length; k++) {
                SpatialInertia.column(composite, SpatialInertia.SIZE * b, axes[k], force);
                fillRow(b, tree.v[b] + k, nv, out);
            }
        }
    }

    private void fillRow(int body, int row, int nv, double[] out) {
        int b = body;
        while (b > 0) {
            int[] axes = tree.axes[b];
            for (int k = 0; k < axes.length; k++) {
                int column = tree.v[b] + k;
                out[row * nv + column] = force[axes[k]];
                out[column * nv + row] = force[axes[k]];
            }
            if (tree.parent[b] > 0) {
                Arrays.fill(moved, 0);
                SpatialTransform.addForceToParent(joints.x, SpatialTransform.SIZE * b, force, 0, moved, 0);
                double[] swap = force;
                force = moved;
                moved = swap;
            }
            b = tree.parent[b];
        }
    }
}
