package io.sigmaprompt.physics.dynamics;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What cannot be computed is refused at once, with names and sizes. */
class BadArgumentTest {
    private static final Inertia BODY = new Inertia(2, new Vec3(0, 0, 0.1), 0.02, 0, 0, 0.02, 0, 0.01);

    @ParameterizedTest
    @EnumSource
    void arraysOfAWrongLengthAreRefusedByEveryMethod(Kernel kernel) {
        RobotModel model = chain(true, BODY, BODY, BODY);
        RobotDynamics d = kernel.of(model);
        double[] q = model.neutral();
        double[] v = new double[8];
        double[] w = new double[18];
        double[] m = new double[64];
        double[] shortQ = new double[8];
        double[] longV = new double[9];
        Frame frame = Frame.of(model, "link2");
        assertRefused("q", "expected 9 numbers (nq), found 8", () -> d.linkPoses(shortQ, new double[36]));
        assertRefused("poses", "expected 36 numbers (12 x links), found 8", () -> d.linkPoses(q, v));
        assertRefused("q", "nq", () -> d.linkVelocities(shortQ, v, w));
        assertRefused("v", "expected 8 numbers (nv), found 9", () -> d.linkVelocities(q, longV, w));
        assertRefused("velocities", "18 numbers (6 x links)", () -> d.linkVelocities(q, v, v));
        assertRefused("q", "nq", () -> d.frameJacobian(shortQ, frame, new double[48]));
        assertRefused("jacobian", "48 numbers (6 x nv)", () -> d.frameJacobian(q, frame, w));
        assertRefused("q", "nq", () -> d.frameBiasAcceleration(shortQ, v, frame, new double[6]));
        assertRefused("v", "nv", () -> d.frameBiasAcceleration(q, longV, frame, new double[6]));
        assertRefused("out", "6 numbers", () -> d.frameBiasAcceleration(q, v, frame, v));
        assertRefused("q", "nq", () -> d.centerOfMass(shortQ, new double[3]));
        assertRefused("out", "3 numbers", () -> d.centerOfMass(q, v));
        assertRefused("q", "nq", () -> d.centerOfMassJacobian(shortQ, new double[24]));
        assertRefused("jacobian", "24 numbers (3 x nv)", () -> d.centerOfMassJacobian(q, v));
        assertRefused("q", "nq", () -> d.centroidalMomentum(shortQ, v, new double[6]));
        assertRefused("v", "nv", () -> d.centroidalMomentum(q, longV, new double[6]));
        assertRefused("out", "6 numbers", () -> d.centroidalMomentum(q, v, v));
        assertRefused("q", "nq", () -> d.centroidalMomentumMatrix(shortQ, new double[48]));
        assertRefused("matrix", "48 numbers (6 x nv)", () -> d.centroidalMomentumMatrix(q, v));
        assertRefused("q", "nq", () -> d.kineticEnergy(shortQ, v));
        assertRefused("v", "nv", () -> d.kineticEnergy(q, longV));
        assertRefused("q", "nq", () -> d.potentialEnergy(shortQ));
        assertRefused("q", "nq", () -> d.inverseDynamics(shortQ, v, v, v));
        assertRefused("v", "nv", () -> d.inverseDynamics(q, longV, v, v));
        assertRefused("vdot", "nv", () -> d.inverseDynamics(q, v, longV, v));
        assertRefused("tau", "nv", () -> d.inverseDynamics(q, v, v, longV));
        assertRefused("wrenches", "18 numbers (6 x links), found 8", () -> d.inverseDynamics(q, v, v, v, v));
        assertRefused("tau", "nv", () -> d.inverseDynamics(q, v, v, w, longV));
        assertRefused("q", "nq", () -> d.biasForces(shortQ, v, v));
        assertRefused("v", "nv", () -> d.biasForces(q, longV, v));
        assertRefused("tau", "nv", () -> d.biasForces(q, v, longV));
        assertRefused("q", "nq", () -> d.gravityForces(shortQ, v));
        assertRefused("tau", "nv", () -> d.gravityForces(q, longV));
        assertRefused("q", "nq", () -> d.forwardDynamics(shortQ, v, v, v));
        assertRefused("v", "nv", () -> d.forwardDynamics(q, longV, v, v));
        assertRefused("tau", "nv", () -> d.forwardDynamics(q, v, longV, v));
        assertRefused("vdot", "nv", () -> d.forwardDynamics(q, v, v, longV));
        assertRefused("wrenches", "6 x links", () -> d.forwardDynamics(q, v, v, v, v));
        assertRefused("q", "nq", () -> d.update(shortQ, v));
        assertRefused("v", "nv", () -> d.update(q, longV));
        assertRefused("tau", "nv", () -> d.solve(longV, v, v));
        assertRefused("diagonal", "nv", () -> d.solve(v, longV, v));
        assertRefused("vdot", "nv", () -> d.solve(v, v, longV));
        assertRefused("q", "nq", () -> d.massMatrix(shortQ, m));
        assertRefused("matrix", "64 numbers (nv x nv), found 8", () -> d.massMatrix(q, v));
        assertRefused("matrix", "nv x nv", () -> d.factor(v));
        assertRefused("factor", "nv x nv", () -> d.solveFactored(v, m, 8));
        assertRefused("b", "24 numbers (nv x columns), found 64", () -> d.solveFactored(m, m, 3));
    }

    @ParameterizedTest
    @EnumSource
    void arraysOfAWrongLengthAreRefusedByDerivativesAndRegressor(Kernel kernel) {
        RobotModel model = chain(true, BODY, BODY, BODY);
        RobotDynamics d = kernel.of(model);
        double[] q = model.neutral();
        double[] v = new double[8];
        double[] m = new double[64];
        double[] y = new double[240];
        double[] shortQ = new double[8];
        double[] longV = new double[9];
        assertRefused("q", "nq", () -> d.inverseDynamicsDerivatives(shortQ, v, v, m, m));
        assertRefused("v", "nv", () -> d.inverseDynamicsDerivatives(q, longV, v, m, m));
        assertRefused("vdot", "nv", () -> d.inverseDynamicsDerivatives(q, v, longV, m, m));
        assertRefused("byQ", "64 numbers (nv x nv)", () -> d.inverseDynamicsDerivatives(q, v, v, v, m));
        assertRefused("byV", "64 numbers (nv x nv)", () -> d.inverseDynamicsDerivatives(q, v, v, m, v));
        assertRefused("q", "nq", () -> d.forwardDynamicsDerivatives(shortQ, v, v, v, m, m, m));
        assertRefused("v", "nv", () -> d.forwardDynamicsDerivatives(q, longV, v, v, m, m, m));
        assertRefused("tau", "nv", () -> d.forwardDynamicsDerivatives(q, v, longV, v, m, m, m));
        assertRefused("vdot", "nv", () -> d.forwardDynamicsDerivatives(q, v, v, longV, m, m, m));
        assertRefused("byQ", "nv x nv", () -> d.forwardDynamicsDerivatives(q, v, v, v, v, m, m));
        assertRefused("byV", "nv x nv", () -> d.forwardDynamicsDerivatives(q, v, v, v, m, v, m));
        assertRefused("byTau", "nv x nv", () -> d.forwardDynamicsDerivatives(q, v, v, v, m, m, v));
        assertRefused("parameters", "30 numbers (10 x moving bodies), found 8", () -> d.parameters(v));
        assertRefused("q", "nq", () -> d.regressor(shortQ, v, v, y));
        assertRefused("v", "nv", () -> d.regressor(q, longV, v, y));
        assertRefused("vdot", "nv", () -> d.regressor(q, v, longV, y));
        assertRefused("regressor", "240 numbers (nv x parameters), found 64", () -> d.regressor(q, v, v, m));
    }

    private static void assertRefused(String name, String problem, Executable call) {
        BadInputException e = assertThrows(BadInputException.class, call);
        assertAll(
                () -> assertEquals("robot 'chain', " + name, e.place()),
                () -> assertTrue(e.problem().contains(problem), e.problem()));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoNumberInQNamesItsJoint(Kernel kernel) {
        RobotModel model = chain(true, BODY, BODY, BODY);
        RobotDynamics dynamics = kernel.of(model);
        double[] v = new double[model.nv()];
        double[] q = model.neutral();
        q[8] = Double.NaN;
        assertPlaceAndProblem(
                "robot 'chain', joint 'joint1', q[8]",
                "expected a finite number, found NaN",
                () -> dynamics.massMatrix(q, new double[64]));
        q[8] = 0;
        q[2] = Double.NEGATIVE_INFINITY;
        assertPlaceAndProblem(
                "robot 'chain', floating base, q[2]",
                "expected a finite number, found -Infinity",
                () -> dynamics.update(q, v));
        q[2] = 0;
        q[6] = 0;
        assertPlaceAndProblem(
                "robot 'chain', floating base, q[3..6]",
                "expected a unit quaternion (x, y, z, w), found one whose squared length is 0.0",
                () -> dynamics.gravityForces(q, v));
    }

    @ParameterizedTest
    @EnumSource
    void aFrameOfAnotherRobotIsRefused(Kernel kernel) {
        RobotModel model = chain(false, BODY, BODY, BODY);
        RobotDynamics dynamics = kernel.of(model);
        Frame frame = new Frame("tool", 3, Pose.IDENTITY);
        assertPlaceAndProblem(
                "robot 'chain', frame 'tool'",
                "expected a link between 0 and 2, found 3",
                () -> dynamics.frameJacobian(model.neutral(), frame, new double[12]));
        assertPlaceAndProblem(
                "robot 'chain', frame 'tool'",
                "expected a link between 0 and 2, found 3",
                () -> dynamics.frameBiasAcceleration(model.neutral(), new double[2], frame, new double[6]));
    }

    @ParameterizedTest
    @EnumSource
    void aJointThatMovesNothingIsNamedByForwardDynamics(Kernel kernel) {
        RobotModel model = chain(false, BODY, BODY, Inertia.ZERO);
        RobotDynamics dynamics = kernel.of(model);
        double[] two = new double[2];
        BadInputException e = assertThrows(
                BadInputException.class, () -> dynamics.forwardDynamics(model.neutral(), two, two, new double[2]));
        assertEquals("robot 'chain', joint 'joint1'", e.place());
        assertEquals(
                "expected a positive definite mass matrix, found an inertia of 0.0 where all joints after this one are free",
                e.problem());
        assertTrue(e.remedy().contains("armature"), e.remedy());
        dynamics.update(model.neutral(), two);
        assertThrows(BadInputException.class, () -> dynamics.solve(two, new double[2], new double[2]));
        double[] vdot = new double[2];
        dynamics.solve(new double[] {0, 3}, new double[] {0, 0.5}, vdot);
        assertEquals(6, vdot[1], 1e-9, "armature makes it regular");
    }

    /** Two axes on one line with nothing between them: rounding may leave a pivot that is not quite zero. */
    @ParameterizedTest
    @EnumSource
    void axesThatCoincideWithNoMassBetweenAreNamed(Kernel kernel) {
        for (int k = 1; k <= 40; k++) {
            Pose turned = Pose.fromXyzRpy(0, 0, 0.1 * k, 0, 0, 0.3 * k);
            RobotModel model = chain(false, turned, BODY, Inertia.ZERO, tilted(k));
            RobotDynamics dynamics = kernel.of(model);
            double[] q = {0.7 * k, 0.2 * k};
            double[] two = new double[2];
            BadInputException e =
                    assertThrows(BadInputException.class, () -> dynamics.forwardDynamics(q, two, two, new double[2]));
            assertEquals("robot 'chain', joint 'joint0'", e.place());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMassMatrixThatIsNotPositiveDefiniteNamesTheJoint(Kernel kernel) {
        RobotModel model = chain(true, BODY, BODY, BODY);
        RobotDynamics dynamics = kernel.of(model);
        double[] matrix = new double[64];
        for (int i = 0; i < 8; i++) {
            matrix[9 * i] = i == 6 ? -1 : 1;
        }
        assertPlaceAndProblem(
                "robot 'chain', joint 'joint0'",
                "expected a positive definite mass matrix, found an inertia of -1.0 where all joints after this one are free",
                () -> dynamics.factor(matrix));
        double[] empty = new double[64];
        empty[54] = 1;
        empty[63] = 1;
        assertPlaceAndProblem(
                "robot 'chain', floating base",
                "expected a positive definite mass matrix, found an inertia of 0.0 where all joints after this one are free",
                () -> dynamics.factor(empty));
    }

    @ParameterizedTest
    @EnumSource
    void massesAndInertiasThatAreNoneAreRefusedBeforeAnythingIsComputed(Kernel kernel) {
        assertPlaceAndProblem(
                "robot 'chain', link 'link1'",
                "expected a mass of zero or more, found -1.0 kg",
                () -> kernel.of(chain(false, BODY, new Inertia(-1, Vec3.ZERO, 1, 0, 0, 1, 0, 1))));
        assertPlaceAndProblem(
                "robot 'chain', link 'link1'",
                "expected a mass of zero or more, found NaN kg",
                () -> kernel.of(chain(false, BODY, new Inertia(Double.NaN, Vec3.ZERO, 1, 0, 0, 1, 0, 1))));
        assertPlaceAndProblem(
                "robot 'chain', link 'link0'",
                "expected a finite centre of mass, found (0.0, NaN, 0.0) m",
                () -> kernel.of(chain(false, new Inertia(1, new Vec3(0, Double.NaN, 0), 1, 0, 0, 1, 0, 1))));
        assertPlaceAndProblem(
                "robot 'chain', link 'link0'",
                "expected a finite rotational inertia, found an entry Infinity",
                () -> kernel.of(chain(false, new Inertia(1, Vec3.ZERO, 1, 0, 0, 1, 0, Double.POSITIVE_INFINITY))));
    }

    private static void assertPlaceAndProblem(String place, String problem, Executable call) {
        BadInputException e = assertThrows(BadInputException.class, call);
        assertEquals(place, e.place());
        assertEquals(problem, e.problem());
    }

    private static Inertia tilted(int k) {
        return Inertia.of(
                1 + k, Pose.fromXyzRpy(0.1, 0.2, 0.3, k, 0.5 * k, 0.1), new double[] {3, 0, 0, 0, 4, 0, 0, 0, 5});
    }

    private static RobotModel chain(boolean floating, Inertia... inertias) {
        return chain(floating, Pose.fromXyzRpy(0.1, 0, 0.3, 0.4, 0, 0), inertias);
    }

    /** Links that turn about z, each on the one before. */
    private static RobotModel chain(boolean floating, Pose origin, Inertia... inertias) {
        List<Link> links = new ArrayList<>();
        List<Joint> joints = new ArrayList<>();
        for (int i = 0; i < inertias.length; i++) {
            links.add(new Link("link" + i, inertias[i], List.of(), List.of()));
            if (i > 0) {
                joints.add(new Joint(
                        "joint" + (i - 1),
                        JointType.CONTINUOUS,
                        "link" + (i - 1),
                        "link" + i,
                        origin,
                        new Vec3(0, 0, 1),
                        JointLimits.NONE,
                        JointDynamics.NONE,
                        null));
            }
        }
        return new RobotModel("chain", floating, links, joints);
    }
}
