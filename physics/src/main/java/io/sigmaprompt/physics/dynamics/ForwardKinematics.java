package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.Rotation;
import io.sigmaprompt.physics.spatial.SpatialTransform;

/**
 * Where every link is, and how it moves. Allocates nothing after construction; one thread at a time.
 *
 * <p>All poses and velocities belong to the state of the last {@code update}.
 */
public final class ForwardKinematics {
    private final BodyTree tree;
    private final BodyPoses poses;
    private final double[] velocity;
    private final double[] link = new double[SpatialTransform.SIZE];

    public ForwardKinematics(RobotModel model) {
        tree = new BodyTree(model);
        poses = new BodyPoses(tree);
        velocity = new double[6 * tree.bodies];
        update(model.neutral());
    }

    /** Places all links at the configuration q (nq). Velocities keep those of the last update that had any. */
    public void update(double[] q) {
        poses.update(q);
    }

    /** Places all links at the configuration q (nq), moving with the velocity v (nv). */
    public void update(double[] q, double[] v) {
        update(q);
        for (int b = 1; b < tree.bodies; b++) {
            poses.joints.velocity(b, v, velocity);
        }
    }

    private void place(int index) {
        SpatialTransform.compose(
                poses.world,
                SpatialTransform.SIZE * tree.linkBody[index],
                tree.linkPlacement,
                SpatialTransform.SIZE * index,
                link,
                0);
    }

    /**
     * A link's pose in the world.
     *
     * @param index link index in the model
     * @param out7 Modified. x y z (metres) qx qy qz qw, with qw not negative
     */
    public void pose(int index, double[] out7) {
        place(index);
        out7[0] = link[9];
        out7[1] = link[10];
        out7[2] = link[11];
        Rotation.toQuaternion(link, 0, out7, 3);
    }

    /**
     * A link's pose in the world as a matrix.
     *
     * @param index link index in the model
     * @param out12 Modified. R (3 x 3, row-major, link to world), then the link's origin, metres
     */
    public void transform(int index, double[] out12) {
        transform(index, out12, 0);
    }

    /**
     * A link's pose in the world, among others.
     *
     * @param out Modified. 12 numbers at {@code oo}, as those of {@link #transform(int, double[])}
     */
    void transform(int index, double[] out, int oo) {
        place(index);
        System.arraycopy(link, 0, out, oo, SpatialTransform.SIZE);
    }

    /**
     * A link's velocity, taken at its origin and written in the world's axes.
     *
     * @param index link index in the model
     * @param out6 Modified. angular (rad/s), then linear (m/s)
     */
    public void velocity(int index, double[] out6) {
        velocity(index, out6, 0);
    }

    /**
     * A link's velocity, among others.
     *
     * @param out Modified. 6 numbers at {@code oo}, as those of {@link #velocity(int, double[])}
     */
    void velocity(int index, double[] out, int oo) {
        double[] world = poses.world;
        int b = tree.linkBody[index];
        int w = SpatialTransform.SIZE * b;
        int p = SpatialTransform.SIZE * index + 9;
        int o = 6 * b;
        double px = tree.linkPlacement[p];
        double py = tree.linkPlacement[p + 1];
        double pz = tree.linkPlacement[p + 2];
        double wx = velocity[o];
        double wy = velocity[o + 1];
        double wz = velocity[o + 2];
        double ux = velocity[o + 3] + wy * pz - wz * py;
        double uy = velocity[o + 4] + wz * px - wx * pz;
        double uz = velocity[o + 5] + wx * py - wy * px;
        for (int r = 0; r < 3; r++) {
            double rx = world[w + 3 * r];
            double ry = world[w + 3 * r + 1];
            double rz = world[w + 3 * r + 2];
            out[oo + r] = rx * wx + ry * wy + rz * wz;
            out[oo + r + 3] = rx * ux + ry * uy + rz * uz;
        }
    }
}
