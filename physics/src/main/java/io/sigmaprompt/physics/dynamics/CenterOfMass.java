package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.SpatialInertia;
import io.sigmaprompt.physics.spatial.SpatialTransform;

/**
 * The centre of mass of a robot's moving bodies and its Jacobian: a joint's freedom moves the mass that it carries, as
 * one body (Featherstone, Rigid Body Dynamics Algorithms, 2008, section 2.13, for composite bodies). Links that are
 * welded to the world count for nothing, as they never move. Allocates nothing after construction; one thread at a time.
 */
public final class CenterOfMass {
    private final BodyTree tree;
    private final BodyPoses poses;
    /** What each body carries, itself and all after it, kg; of body 0, all. */
    private final double[] mass;
    /** First moment of what each body carries, world axes about the world's origin, 3 a body, kg m. */
    private final double[] moment;

    /** For a robot. */
    public CenterOfMass(RobotModel model) {
        tree = new BodyTree(model);
        poses = new BodyPoses(tree);
        mass = new double[tree.bodies];
        moment = new double[3 * tree.bodies];
        for (int b = tree.bodies - 1; b > 0; b--) {
            mass[b] += tree.inertia[SpatialInertia.SIZE * b];
            mass[tree.parent[b]] += mass[b];
        }
    }

    /** The mass of all that moves, kg. */
    public double mass() {
        return mass[0];
    }

    /**
     * Where the centre of mass is.
     *
     * @param q configuration (nq)
     * @param out3 Modified. world, metres; NaN for a robot without moving mass
     */
    public void position(double[] q, double[] out3) {
        sumMoments(q);
        for (int k = 0; k < 3; k++) {
            out3[k] = moment[k] / mass[0];
        }
    }

    /**
     * The Jacobian J of the centre of mass, whose velocity is {@code J·v}.
     *
     * @param q configuration (nq)
     * @param jacobian Modified. 3 x nv, row-major, world axes; NaN for a robot without moving mass
     */
    public void jacobian(double[] q, double[] jacobian) {
        sumMoments(q);
        int nv = tree.model.nv();
        double[] world = poses.world;
        for (int b = 1; b < tree.bodies; b++) {
            int o = SpatialTransform.SIZE * b;
            // The first moment about the joint rather than about the world's origin.
            double hx = moment[3 * b] - mass[b] * world[o + 9];
            double hy = moment[3 * b + 1] - mass[b] * world[o + 10];
            double hz = moment[3 * b + 2] - mass[b] * world[o + 11];
            int[] axes = tree.axes[b];
            for (int k = 0; k < axes.length; k++) {
                int column = tree.v[b] + k;
                int axis = o + axes[k] % 3;
                double x = world[axis];
                double y = world[axis + 3];
                double z = world[axis + 6];
                boolean turns = axes[k] < 3;
                jacobian[column] = (turns ? y * hz - z * hy : mass[b] * x) / mass[0];
                jacobian[nv + column] = (turns ? z * hx - x * hz : mass[b] * y) / mass[0];
                jacobian[2 * nv + column] = (turns ? x * hy - y * hx : mass[b] * z) / mass[0];
            }
        }
    }

    /** The component of the first moment of all moving mass along an axis of the world, kg m. */
    double firstMoment(double[] q, double x, double y, double z) {
        sumMoments(q);
        return x * moment[0] + y * moment[1] + z * moment[2];
    }

    private void sumMoments(double[] q) {
        poses.update(q);
        double[] world = poses.world;
        for (int k = 0; k < moment.length; k++) {
            moment[k] = 0;
        }
        for (int b = tree.bodies - 1; b > 0; b--) {
            int o = SpatialTransform.SIZE * b;
            int i = SpatialInertia.SIZE * b;
            int p = 3 * tree.parent[b];
            double m = tree.inertia[i];
            double hx = tree.inertia[i + 1];
            double hy = tree.inertia[i + 2];
            double hz = tree.inertia[i + 3];
            for (int r = 0; r < 3; r++) {
                int row = o + 3 * r;
                moment[3 * b + r] += m * world[o + 9 + r] + world[row] * hx + world[row + 1] * hy + world[row + 2] * hz;
                moment[p + r] += moment[3 * b + r];
            }
        }
    }
}
