package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.spatial.SpatialInertia;
import io.sigmaprompt.physics.spatial.SpatialTransform;

/**
 * Kinetic and potential energy and the centre of mass of a robot's rigid bodies (armature stores none here). Links
 * that are welded to the world count for nothing, as they never move. Allocates nothing after construction; one thread at a time.
 */
public final class MechanicalEnergy {
    private final BodyTree tree;
    private final Vec3 gravity;
    private final JointKinematics joints;
    private final double[] world;
    private final double[] velocity;
    private final double[] moment = new double[4];

    /** For a robot under 9.81 m/s² along the world's -z. */
    public MechanicalEnergy(RobotModel model) {
        this(model, Gravity.STANDARD);
    }

    /**
     * For a robot under a gravity of one's own.
     *
     * @param gravity acceleration of free fall in the world frame, m/s²
     */
    public MechanicalEnergy(RobotModel model, Vec3 gravity) {
        tree = new BodyTree(model);
        this.gravity = gravity;
        joints = new JointKinematics(tree);
        world = new double[SpatialTransform.SIZE * tree.bodies];
        velocity = new double[6 * tree.bodies];
        SpatialTransform.identity(world, 0);
    }

    /** Kinetic energy at configuration q (nq) and velocity v (nv), joules. */
    public double kinetic(double[] q, double[] v) {
        joints.update(q);
        double twice = 0;
        for (int b = 1; b < tree.bodies; b++) {
            joints.velocity(b, v, velocity);
            twice += SpatialInertia.twiceKineticEnergy(tree.inertia, SpatialInertia.SIZE * b, velocity, 6 * b);
        }
        return 0.5 * twice;
    }

    /** Potential energy at configuration q (nq), joules; zero with all mass at the world's origin. */
    public double potential(double[] q) {
        sumMoments(q);
        return -(gravity.x() * moment[1] + gravity.y() * moment[2] + gravity.z() * moment[3]);
    }

    /**
     * The centre of mass in the world at configuration q (nq).
     *
     * @param out3 Modified. metres; NaN for a robot without moving mass
     */
    public void centerOfMass(double[] q, double[] out3) {
        sumMoments(q);
        for (int k = 0; k < 3; k++) {
            out3[k] = moment[k + 1] / moment[0];
        }
    }

    private void sumMoments(double[] q) {
        joints.update(q);
        for (int k = 0; k < 4; k++) {
            moment[k] = 0;
        }
        for (int b = 1; b < tree.bodies; b++) {
            int o = SpatialTransform.SIZE * b;
            SpatialTransform.compose(world, SpatialTransform.SIZE * tree.parent[b], joints.x, o, world, o);
            int i = SpatialInertia.SIZE * b;
            double m = tree.inertia[i];
            double hx = tree.inertia[i + 1];
            double hy = tree.inertia[i + 2];
            double hz = tree.inertia[i + 3];
            moment[0] += m;
            for (int r = 0; r < 3; r++) {
                moment[r + 1] += m * world[o + 9 + r]
                        + world[o + 3 * r] * hx
                        + world[o + 3 * r + 1] * hy
                        + world[o + 3 * r + 2] * hz;
            }
        }
    }
}
