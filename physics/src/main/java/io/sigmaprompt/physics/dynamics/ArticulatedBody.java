package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.spatial.ArticulatedInertia;
import io.sigmaprompt.physics.spatial.SpatialInertia;
import io.sigmaprompt.physics.spatial.SpatialTransform;

/**
 * Forward dynamics by the articulated-body algorithm (Featherstone, Rigid Body Dynamics Algorithms, 2008, table 7.1).
 * A joint of several freedoms is eliminated one freedom at a time, which is its block elimination without a small
 * matrix to invert. Rigid bodies only, apart from the diagonal one may add; mimic joints move by themselves. Allocates
 * nothing after construction; one thread at a time.
 */
public final class ArticulatedBody {
    private final BodyTree tree;
    private final JointKinematics joints;
    private final double[] velocity;
    /** Velocity-product accelerations, 6 a body. */
    private final double[] product;
    /** Rigid-body bias forces, 6 a body. */
    private final double[] bias;

    private final double[] acceleration;
    private final double[] inertia;
    private final double[] force;
    /** Column of the articulated inertia along each freedom, 6 a freedom. */
    private final double[] column;

    private final double[] pivot;
    private final double[] rest;
    private final double[] scratch = new double[ArticulatedInertia.SIZE];
    private final double[] zero;
    private final PivotCheck pivots;
    private final ExternalWrenches external;

    /** For a robot under 9.81 m/s² along the world's -z. */
    public ArticulatedBody(RobotModel model) {
        this(model, Gravity.STANDARD);
    }

    /**
     * For a robot under a gravity of one's own.
     *
     * @param gravity acceleration of free fall in the world frame, m/s²
     */
    public ArticulatedBody(RobotModel model, Vec3 gravity) {
        tree = new BodyTree(model);
        joints = new JointKinematics(tree);
        velocity = new double[6 * tree.bodies];
        product = new double[6 * tree.bodies];
        bias = new double[6 * tree.bodies];
        acceleration = new double[6 * tree.bodies];
        inertia = new double[ArticulatedInertia.SIZE * tree.bodies];
        force = new double[6 * tree.bodies];
        column = new double[6 * model.nv()];
        pivot = new double[model.nv()];
        rest = new double[model.nv()];
        zero = new double[model.nv()];
        pivots = new PivotCheck(tree);
        external = new ExternalWrenches(tree);
        Gravity.accelerateWorld(gravity, acceleration);
    }

    /**
     * The acceleration that this effort gives the robot.
     *
     * @param q configuration (nq)
     * @param v velocity (nv); a floating base's first six are (angular, linear) in the root link's frame
     * @param tau generalised force (nv), N m and N
     * @param vdot Modified. the rates of v (nv): of a floating base the spatial acceleration
     * @throws io.sigmaprompt.physics.model.BadInputException if the mass matrix is singular
     */
    public void forwardDynamics(double[] q, double[] v, double[] tau, double[] vdot) {
        update(q, v);
        solve(tau, zero, vdot);
    }

    /**
     * The acceleration that this effort gives the robot while it is touched.
     *
     * @param q configuration (nq)
     * @param v velocity (nv)
     * @param tau generalised force (nv)
     * @param wrenches what acts on the links from outside, 6 a link: moment about the link's origin, force, link axes
     * @param vdot Modified. the rates of v (nv)
     * @throws io.sigmaprompt.physics.model.BadInputException if the mass matrix is singular
     */
    public void forwardDynamics(double[] q, double[] v, double[] tau, double[] wrenches, double[] vdot) {
        update(q, v);
        System.arraycopy(bias, 0, force, 0, force.length);
        external.subtract(wrenches, force);
        solveForced(tau, zero, vdot);
    }

    /** Takes the state for the {@link #solve} calls that follow. */
    public void update(double[] q, double[] v) {
        joints.update(q);
        for (int b = 1; b < tree.bodies; b++) {
            int o = 6 * b;
            joints.velocity(b, v, velocity);
            for (int k = o; k < o + 6; k++) {
                product[k] = 0;
            }
            joints.addVelocityProduct(b, v, velocity, product);
            SpatialInertia.bias(tree.inertia, SpatialInertia.SIZE * b, velocity, o, bias, o);
        }
    }

    /**
     * Forward dynamics at the state of the last {@link #update}, of joints that resist acceleration by themselves:
     * {@code (M + diag(diagonal))·vdot = tau - h}.
     *
     * @param tau generalised force (nv), N m and N
     * @param diagonal armature, and implicit damping times the step (nv), kg m² and kg, not negative
     * @param vdot Modified. the rates of v (nv)
     * @throws io.sigmaprompt.physics.model.BadInputException if the mass matrix with that diagonal is singular
     */
    public void solve(double[] tau, double[] diagonal, double[] vdot) {
        System.arraycopy(bias, 0, force, 0, force.length);
        solveForced(tau, diagonal, vdot);
    }

    private void solveForced(double[] tau, double[] diagonal, double[] vdot) {
        for (int b = 1; b < tree.bodies; b++) {
            ArticulatedInertia.fromRigid(tree.inertia, SpatialInertia.SIZE * b, inertia, ArticulatedInertia.SIZE * b);
        }
        for (int b = tree.bodies - 1; b > 0; b--) {
            eliminate(b, tau, diagonal);
        }
        for (int b = 1; b < tree.bodies; b++) {
            accelerate(b, vdot);
        }
    }

    private void eliminate(int b, double[] tau, double[] diagonal) {
        int io = ArticulatedInertia.SIZE * b;
        int fo = 6 * b;
        int[] axes = tree.axes[b];
        for (int k = axes.length - 1; k >= 0; k--) {
            int axis = axes[k];
            int dof = tree.v[b] + k;
            int u = 6 * dof;
            for (int r = 0; r < 6; r++) {
                column[u + r] = inertia[io + 6 * r + axis];
            }
            double d = column[u + axis] + diagonal[dof];
            double remaining = tau[dof] - force[fo + axis];
            pivots.require(dof, d);
            pivot[dof] = d;
            rest[dof] = remaining;
            ArticulatedInertia.release(inertia, io, column, u, d);
            double share = remaining / d;
            for (int r = 0; r < 6; r++) {
                force[fo + r] += column[u + r] * share;
            }
        }
        int p = tree.parent[b];
        if (p > 0) {
            ArticulatedInertia.addProduct(inertia, io, product, fo, force, fo);
            SpatialTransform.addForceToParent(joints.x, SpatialTransform.SIZE * b, force, fo, force, 6 * p);
            ArticulatedInertia.addToParent(
                    joints.x, SpatialTransform.SIZE * b, inertia, io, scratch, inertia, ArticulatedInertia.SIZE * p);
        }
    }

    private void accelerate(int b, double[] vdot) {
        int o = 6 * b;
        SpatialTransform.motionToChild(
                joints.x, SpatialTransform.SIZE * b, acceleration, 6 * tree.parent[b], acceleration, o);
        for (int r = o; r < o + 6; r++) {
            acceleration[r] += product[r];
        }
        int[] axes = tree.axes[b];
        for (int k = 0; k < axes.length; k++) {
            int dof = tree.v[b] + k;
            int u = 6 * dof;
            double known = rest[dof];
            for (int r = 0; r < 6; r++) {
                known -= column[u + r] * acceleration[o + r];
            }
            double rate = known / pivot[dof];
            vdot[dof] = rate;
            acceleration[o + axes[k]] += rate;
        }
    }
}
