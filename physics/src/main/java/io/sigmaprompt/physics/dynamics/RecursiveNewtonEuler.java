package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.spatial.SpatialInertia;
import io.sigmaprompt.physics.spatial.SpatialTransform;
import java.util.Arrays;

/**
 * Inverse dynamics by the recursive Newton-Euler algorithm (Featherstone, Rigid Body Dynamics Algorithms, 2008, table
 * 5.1). Rigid bodies only: no armature, damping or friction, and mimic joints move by themselves. Allocates nothing
 * after construction; one thread at a time.
 */
public final class RecursiveNewtonEuler {
    private final BodyTree tree;
    private final JointKinematics joints;
    private final double[] velocity;
    private final double[] acceleration;
    private final double[] force;
    private final ExternalWrenches external;

    /** For a robot under 9.81 m/s² along the world's -z. */
    public RecursiveNewtonEuler(RobotModel model) {
        this(model, Gravity.STANDARD);
    }

    /**
     * For a robot under a gravity of one's own.
     *
     * @param gravity acceleration of free fall in the world frame, m/s²
     */
    public RecursiveNewtonEuler(RobotModel model, Vec3 gravity) {
        tree = new BodyTree(model);
        joints = new JointKinematics(tree);
        velocity = new double[6 * tree.bodies];
        acceleration = new double[6 * tree.bodies];
        force = new double[6 * tree.bodies];
        external = new ExternalWrenches(tree);
        Gravity.accelerateWorld(gravity, acceleration);
    }

    /**
     * The effort that gives the robot this acceleration, {@code tau = M(q)·vdot + h(q, v)}.
     *
     * @param q configuration (nq)
     * @param v velocity (nv); a floating base's first six are (angular, linear) in the root link's frame
     * @param vdot the rates of v (nv): of a floating base the spatial acceleration
     * @param tau Modified. generalised force (nv), N m and N; a floating base's first six are (moment about the root
     *     link's origin, force) in the root link's frame
     */
    public void inverseDynamics(double[] q, double[] v, double[] vdot, double[] tau) {
        balanceBodies(q, v, vdot);
        gatherForces(tau);
    }

    /**
     * The effort that gives the robot this acceleration while it is touched.
     *
     * @param q configuration (nq)
     * @param v velocity (nv)
     * @param vdot the rates of v (nv)
     * @param wrenches what acts on the links from outside, 6 a link: moment about the link's origin, force, link axes
     * @param tau Modified. generalised force (nv)
     */
    public void inverseDynamics(double[] q, double[] v, double[] vdot, double[] wrenches, double[] tau) {
        balanceBodies(q, v, vdot);
        external.subtract(wrenches, force);
        gatherForces(tau);
    }

    /** From the world outwards: what force each body needs by itself. */
    private void balanceBodies(double[] q, double[] v, double[] vdot) {
        joints.update(q);
        Arrays.fill(force, 0, 6, 0);
        for (int b = 1; b < tree.bodies; b++) {
            joints.velocity(b, v, velocity);
            SpatialTransform.motionToChild(
                    joints.x, SpatialTransform.SIZE * b, acceleration, 6 * tree.parent[b], acceleration, 6 * b);
            joints.addFreedoms(b, vdot, acceleration);
            joints.addVelocityProduct(b, v, velocity, acceleration);
            SpatialInertia.force(
                    tree.inertia, SpatialInertia.SIZE * b, acceleration, 6 * b, velocity, 6 * b, force, 6 * b);
        }
    }

    /** From the tips inwards: what each joint gives to its body and to all that it carries. */
    private void gatherForces(double[] tau) {
        for (int b = tree.bodies - 1; b > 0; b--) {
            int[] axes = tree.axes[b];
            for (int k = 0; k < axes.length; k++) {
                tau[tree.v[b] + k] = force[6 * b + axes[k]];
            }
            SpatialTransform.addForceToParent(
                    joints.x, SpatialTransform.SIZE * b, force, 6 * b, force, 6 * tree.parent[b]);
        }
    }
}
