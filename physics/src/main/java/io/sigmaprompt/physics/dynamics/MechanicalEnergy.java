package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.spatial.SpatialInertia;

/**
 * Kinetic and potential energy of a robot's rigid bodies (armature stores none here). Links that are welded to the
 * world count for nothing, as they never move. Allocates nothing after construction; one thread at a time.
 */
public final class MechanicalEnergy {
    private final BodyTree tree;
    private final Vec3 gravity;
    private final JointKinematics joints;
    private final CenterOfMass center;
    private final double[] velocity;

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
        center = new CenterOfMass(model);
        velocity = new double[6 * tree.bodies];
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
        return -center.firstMoment(q, gravity.x(), gravity.y(), gravity.z());
    }
}
