package io.sigmaprompt.physics.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A robot that cannot move, or that has no mass to move, is no special case for whoever asks. */
class ImmobileRobotTest {
    private static final Inertia BODY = new Inertia(2, new Vec3(0, 0, 0.1), 0.02, 0, 0, 0.02, 0, 0.01);

    @ParameterizedTest
    @EnumSource
    void whatIsWeldedTogetherStandsWhereItStands(Kernel kernel) {
        RobotModel model = pair(JointType.FIXED, BODY);
        RobotDynamics dynamics = kernel.of(model);
        double[] none = {};
        double[] poses = new double[24];
        double[] velocities = new double[12];
        double[] out = new double[6];
        dynamics.linkPoses(none, poses);
        assertArrayEquals(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 2, 3}, Arrays.copyOfRange(poses, 12, 24));
        dynamics.linkVelocities(none, none, velocities);
        assertArrayEquals(new double[12], velocities, 0.0);
        dynamics.frameBiasAcceleration(none, none, Frame.of(model, "tip"), out);
        assertArrayEquals(new double[6], out, 0.0);
        dynamics.centroidalMomentum(none, none, out);
        assertArrayEquals(new double[6], out, 0.0);
        assertEquals(0, dynamics.kineticEnergy(none, none), 0.0);
        assertEquals(0, dynamics.potentialEnergy(none), 0.0);
        double[] center = new double[3];
        dynamics.centerOfMass(none, center);
        assertArrayEquals(new double[] {Double.NaN, Double.NaN, Double.NaN}, center);
        dynamics.inverseDynamics(none, none, none, none);
        dynamics.forwardDynamics(none, none, none, new double[12], none);
        dynamics.massMatrix(none, none);
        dynamics.factor(none);
        dynamics.solveFactored(none, none, 3);
        dynamics.inverseDynamicsDerivatives(none, none, none, none, none);
        dynamics.forwardDynamicsDerivatives(none, none, none, none, none, none, none);
        assertEquals(0, dynamics.parameterCount());
        dynamics.regressor(none, none, none, none);
    }

    @ParameterizedTest
    @EnumSource
    void whatHasNoMassHasNoMomentumButHasJacobians(Kernel kernel) {
        RobotModel model = pair(JointType.PRISMATIC, Inertia.ZERO);
        RobotDynamics dynamics = kernel.of(model);
        double[] q = {0.5};
        double[] v = {2};
        double[] out = new double[6];
        dynamics.frameJacobian(q, Frame.of(model, "tip"), out);
        assertArrayEquals(new double[] {0, 0, 0, 0, 0, 1}, out, 0.0);
        dynamics.centroidalMomentumMatrix(q, out);
        assertArrayEquals(new double[6], out, 0.0);
        dynamics.centroidalMomentum(q, v, out);
        assertArrayEquals(new double[6], out, 0.0);
        double[] tau = new double[1];
        dynamics.inverseDynamics(q, v, v, tau);
        assertArrayEquals(new double[1], tau, 0.0);
        double[] jacobian = new double[3];
        dynamics.centerOfMassJacobian(q, jacobian);
        assertArrayEquals(new double[] {Double.NaN, Double.NaN, Double.NaN}, jacobian);
    }

    private static RobotModel pair(JointType type, Inertia tip) {
        Joint joint = new Joint(
                "joint",
                type,
                "base",
                "tip",
                new Pose(1, 2, 3, 0, 0, 0, 1),
                new Vec3(0, 0, 1),
                JointLimits.NONE,
                JointDynamics.NONE,
                null);
        return new RobotModel(
                "pair",
                false,
                List.of(new Link("base", BODY, List.of(), List.of()), new Link("tip", tip, List.of(), List.of())),
                List.of(joint));
    }
}
