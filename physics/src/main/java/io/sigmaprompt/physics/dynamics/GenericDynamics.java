package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.spatial.SpatialTransform;

/**
 * The dynamics of any robot by the textbook's algorithms, one class each, over the flat arrays of its bodies. This is
 * the definition that compiled kernels are held against. Allocates nothing after construction; one thread at a time.
 */
public final class GenericDynamics implements RobotDynamics {
    private final RobotModel model;
    private final Vec3 gravity;
    private final ArgumentCheck check;
    private final int links;
    private final int nv;
    private final double[] zero;
    private final ForwardKinematics kinematics;
    private final FrameJacobian frames;
    private final CenterOfMass center;
    private final CentroidalMomentum momentum;
    private final MechanicalEnergy energy;
    private final RecursiveNewtonEuler newtonEuler;
    private final ArticulatedBody articulatedBody;
    private final CompositeRigidBody compositeRigidBody;
    private final TreeFactorization factorization;
    private final NewtonEulerDerivatives inverseDerivatives;
    private final ForwardDynamicsDerivatives forwardDerivatives;
    private final TorqueRegressor torqueRegressor;

    /** For a robot under 9.81 m/s² along the world's -z. */
    public GenericDynamics(RobotModel model) {
        this(model, Gravity.STANDARD);
    }

    /**
     * For a robot under a gravity of one's own.
     *
     * @param gravity acceleration of free fall in the world frame, m/s²
     */
    public GenericDynamics(RobotModel model, Vec3 gravity) {
        this.model = model;
        this.gravity = gravity;
        check = new ArgumentCheck(model);
        links = model.links().size();
        nv = model.nv();
        zero = new double[nv];
        kinematics = new ForwardKinematics(model);
        frames = new FrameJacobian(model);
        center = new CenterOfMass(model);
        momentum = new CentroidalMomentum(model);
        energy = new MechanicalEnergy(model, gravity);
        newtonEuler = new RecursiveNewtonEuler(model, gravity);
        articulatedBody = new ArticulatedBody(model, gravity);
        compositeRigidBody = new CompositeRigidBody(model);
        factorization = new TreeFactorization(model);
        inverseDerivatives = new NewtonEulerDerivatives(model, gravity);
        forwardDerivatives = new ForwardDynamicsDerivatives(model, gravity);
        torqueRegressor = new TorqueRegressor(model, gravity);
    }

    @Override
    public RobotModel model() {
        return model;
    }

    @Override
    public Vec3 gravity() {
        return gravity;
    }

    @Override
    public String kernel() {
        return "generic";
    }

    @Override
    public void linkPoses(double[] q, double[] poses) {
        check.configuration(q);
        check.length("poses", poses, SpatialTransform.SIZE * links, "12 x links");
        kinematics.update(q);
        for (int link = 0; link < links; link++) {
            kinematics.transform(link, poses, SpatialTransform.SIZE * link);
        }
    }

    @Override
    public void linkVelocities(double[] q, double[] v, double[] velocities) {
        check.configuration(q);
        check.freedoms("v", v);
        check.length("velocities", velocities, 6 * links, "6 x links");
        kinematics.update(q, v);
        for (int link = 0; link < links; link++) {
            kinematics.velocity(link, velocities, 6 * link);
        }
    }

    @Override
    public void frameJacobian(double[] q, Frame frame, double[] jacobian) {
        check.configuration(q);
        check.length("jacobian", jacobian, 6 * nv, "6 x nv");
        frames.jacobian(q, frame, jacobian);
    }

    @Override
    public void frameBiasAcceleration(double[] q, double[] v, Frame frame, double[] out) {
        check.configuration(q);
        check.freedoms("v", v);
        check.length("out", out, 6, "angular, linear");
        frames.biasAcceleration(q, v, frame, out);
    }

    @Override
    public void centerOfMass(double[] q, double[] out) {
        check.configuration(q);
        check.length("out", out, 3, "x, y, z");
        center.position(q, out);
    }

    @Override
    public void centerOfMassJacobian(double[] q, double[] jacobian) {
        check.configuration(q);
        check.length("jacobian", jacobian, 3 * nv, "3 x nv");
        center.jacobian(q, jacobian);
    }

    @Override
    public void centroidalMomentum(double[] q, double[] v, double[] out) {
        check.configuration(q);
        check.freedoms("v", v);
        check.length("out", out, 6, "angular, linear");
        momentum.momentum(q, v, out);
    }

    @Override
    public void centroidalMomentumMatrix(double[] q, double[] matrix) {
        check.configuration(q);
        check.length("matrix", matrix, 6 * nv, "6 x nv");
        momentum.matrix(q, matrix);
    }

    @Override
    public double kineticEnergy(double[] q, double[] v) {
        check.configuration(q);
        check.freedoms("v", v);
        return energy.kinetic(q, v);
    }

    @Override
    public double potentialEnergy(double[] q) {
        check.configuration(q);
        return energy.potential(q);
    }

    @Override
    public void inverseDynamics(double[] q, double[] v, double[] vdot, double[] tau) {
        check.configuration(q);
        check.freedoms("v", v);
        check.freedoms("vdot", vdot);
        check.freedoms("tau", tau);
        newtonEuler.inverseDynamics(q, v, vdot, tau);
    }

    @Override
    public void inverseDynamics(double[] q, double[] v, double[] vdot, double[] wrenches, double[] tau) {
        check.configuration(q);
        check.freedoms("v", v);
        check.freedoms("vdot", vdot);
        check.length("wrenches", wrenches, 6 * links, "6 x links");
        check.freedoms("tau", tau);
        newtonEuler.inverseDynamics(q, v, vdot, wrenches, tau);
    }

    @Override
    public void biasForces(double[] q, double[] v, double[] tau) {
        inverseDynamics(q, v, zero, tau);
    }

    @Override
    public void gravityForces(double[] q, double[] tau) {
        inverseDynamics(q, zero, zero, tau);
    }

    @Override
    public void forwardDynamics(double[] q, double[] v, double[] tau, double[] vdot) {
        check.configuration(q);
        check.freedoms("v", v);
        check.freedoms("tau", tau);
        check.freedoms("vdot", vdot);
        articulatedBody.forwardDynamics(q, v, tau, vdot);
    }

    @Override
    public void forwardDynamics(double[] q, double[] v, double[] tau, double[] wrenches, double[] vdot) {
        check.configuration(q);
        check.freedoms("v", v);
        check.freedoms("tau", tau);
        check.length("wrenches", wrenches, 6 * links, "6 x links");
        check.freedoms("vdot", vdot);
        articulatedBody.forwardDynamics(q, v, tau, wrenches, vdot);
    }

    @Override
    public void update(double[] q, double[] v) {
        check.configuration(q);
        check.freedoms("v", v);
        articulatedBody.update(q, v);
    }

    @Override
    public void solve(double[] tau, double[] diagonal, double[] vdot) {
        check.freedoms("tau", tau);
        check.freedoms("diagonal", diagonal);
        check.freedoms("vdot", vdot);
        articulatedBody.solve(tau, diagonal, vdot);
    }

    @Override
    public void massMatrix(double[] q, double[] matrix) {
        check.configuration(q);
        check.length("matrix", matrix, nv * nv, "nv x nv");
        compositeRigidBody.massMatrix(q, matrix);
    }

    @Override
    public void factor(double[] matrix) {
        check.length("matrix", matrix, nv * nv, "nv x nv");
        factorization.factor(matrix);
    }

    @Override
    public void solveFactored(double[] factor, double[] b, int columns) {
        check.length("factor", factor, nv * nv, "nv x nv");
        check.length("b", b, nv * columns, "nv x columns");
        factorization.solve(factor, b, columns);
    }

    @Override
    public void inverseDynamicsDerivatives(double[] q, double[] v, double[] vdot, double[] byQ, double[] byV) {
        check.configuration(q);
        check.freedoms("v", v);
        check.freedoms("vdot", vdot);
        check.length("byQ", byQ, nv * nv, "nv x nv");
        check.length("byV", byV, nv * nv, "nv x nv");
        inverseDerivatives.derivatives(q, v, vdot, byQ, byV);
    }

    @Override
    public void forwardDynamicsDerivatives(
            double[] q, double[] v, double[] tau, double[] vdot, double[] byQ, double[] byV, double[] byTau) {
        check.configuration(q);
        check.freedoms("v", v);
        check.freedoms("tau", tau);
        check.freedoms("vdot", vdot);
        check.length("byQ", byQ, nv * nv, "nv x nv");
        check.length("byV", byV, nv * nv, "nv x nv");
        check.length("byTau", byTau, nv * nv, "nv x nv");
        forwardDerivatives.derivatives(q, v, tau, vdot, byQ, byV, byTau);
    }

    @Override
    public int parameterCount() {
        return torqueRegressor.parameterCount();
    }

    @Override
    public void parameters(double[] parameters) {
        check.length("parameters", parameters, parameterCount(), "10 x moving bodies");
        torqueRegressor.parameters(parameters);
    }

    @Override
    public void regressor(double[] q, double[] v, double[] vdot, double[] regressor) {
        check.configuration(q);
        check.freedoms("v", v);
        check.freedoms("vdot", vdot);
        check.length("regressor", regressor, nv * parameterCount(), "nv x parameters");
        torqueRegressor.regressor(q, v, vdot, regressor);
    }
}
