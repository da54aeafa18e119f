package io.sigmaprompt.physics.codegen;

import io.sigmaprompt.physics.dynamics.RandomRobot;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** One state of a robot, and every answer that its dynamics give there. */
final class AllAnswers {
    private final RobotDynamics dynamics;
    private final RobotModel model;
    private final Frame frame;
    private final double[] diagonal;
    private double[] q = {};
    private double[] v = {};
    private double[] tau = {};
    private double[] wrenches = {};
    private final double[] poses;
    private final double[] velocities;
    private final double[] jacobian;
    private final double[] acceleration = new double[6];
    private final double[] center = new double[3];
    private final double[] centerJacobian;
    private final double[] momentum = new double[6];
    private final double[] momentumMatrix;
    private final double[] energies = new double[2];
    private final double[][] forces;
    private final double[][] accelerations;
    private final double[] matrix;
    private final double[] factor;
    private final double[] solution;
    private final double[][] derivatives;
    private final double[] parameters;
    private final double[] regressor;

    AllAnswers(RobotDynamics dynamics, RandomRobot random) {
        this.dynamics = dynamics;
        model = dynamics.model();
        frame = random.frame(model);
        int nv = model.nv();
        int links = model.links().size();
        diagonal = new double[nv];
        Arrays.fill(diagonal, 0.01);
        poses = new double[12 * links];
        velocities = new double[6 * links];
        jacobian = new double[6 * nv];
        centerJacobian = new double[3 * nv];
        momentumMatrix = new double[6 * nv];
        forces = new double[4][nv];
        accelerations = new double[4][nv];
        matrix = new double[nv * nv];
        factor = new double[nv * nv];
        solution = new double[nv];
        derivatives = new double[5][nv * nv];
        parameters = new double[dynamics.parameterCount()];
        regressor = new double[nv * parameters.length];
        move(random);
    }

    /** Goes to another state. */
    void move(RandomRobot random) {
        q = random.configuration(model);
        v = random.vector(model.nv());
        tau = random.vector(model.nv());
        wrenches = random.vector(6 * model.links().size());
    }

    void compute() {
        dynamics.linkPoses(q, poses);
        dynamics.linkVelocities(q, v, velocities);
        dynamics.frameJacobian(q, frame, jacobian);
        dynamics.frameBiasAcceleration(q, v, frame, acceleration);
        dynamics.centerOfMass(q, center);
        dynamics.centerOfMassJacobian(q, centerJacobian);
        dynamics.centroidalMomentum(q, v, momentum);
        dynamics.centroidalMomentumMatrix(q, momentumMatrix);
        energies[0] = dynamics.kineticEnergy(q, v);
        energies[1] = dynamics.potentialEnergy(q);
        dynamics.inverseDynamics(q, v, tau, forces[0]);
        dynamics.inverseDynamics(q, v, tau, wrenches, forces[1]);
        dynamics.biasForces(q, v, forces[2]);
        dynamics.gravityForces(q, forces[3]);
        dynamics.forwardDynamics(q, v, tau, accelerations[0]);
        dynamics.forwardDynamics(q, v, tau, wrenches, accelerations[1]);
        dynamics.update(q, v);
        dynamics.solve(tau, diagonal, accelerations[2]);
        dynamics.massMatrix(q, matrix);
        System.arraycopy(matrix, 0, factor, 0, matrix.length);
        dynamics.factor(factor);
        System.arraycopy(tau, 0, solution, 0, tau.length);
        dynamics.solveFactored(factor, solution, 1);
        dynamics.inverseDynamicsDerivatives(q, v, tau, derivatives[0], derivatives[1]);
        dynamics.forwardDynamicsDerivatives(
                q, v, tau, accelerations[3], derivatives[2], derivatives[3], derivatives[4]);
        dynamics.parameters(parameters);
        dynamics.regressor(q, v, tau, regressor);
    }

    /** Hands out what was computed, in the order of the questions. */
    void forEach(Consumer<double[]> reader) {
        List.of(poses, velocities, jacobian, acceleration, center, centerJacobian, momentum, momentumMatrix, energies)
                .forEach(reader);
        List.of(forces).forEach(reader);
        List.of(accelerations).forEach(reader);
        List.of(matrix, factor, solution).forEach(reader);
        List.of(derivatives).forEach(reader);
        List.of(parameters, regressor).forEach(reader);
    }
}
