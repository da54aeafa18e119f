package io.sigmaprompt.physics.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Derivatives of forward dynamics against differences, and backwards through the mass matrix. */
class ForwardDynamicsDerivativesTest {
    private static final Vec3 OBLIQUE = new Vec3(1.5, -3, -9);

    @Property(tries = 60, seed = "20261122")
    void agreeWithDifferencesOnTreesOfEveryJointType(@ForAll long seed, @ForAll boolean floating) {
        RandomRobot random = new RandomRobot(seed);
        compareWithDifferences(random.tree(floating), random, 1e-7);
    }

    static void compareWithDifferences(RobotModel model, RandomRobot random, double tolerance) {
        State s = new State(model, random);
        ArticulatedBody aba = new ArticulatedBody(model, OBLIQUE);
        int nv = model.nv();
        double[] byQ = TangentMotion.byQ(model, s.q, nv, 2e-3, (q, vdot) -> aba.forwardDynamics(q, s.v, s.tau, vdot));
        // Forward dynamics is quadratic in v and linear in tau, so that a long step costs nothing.
        double[] byV = TangentMotion.byVector(s.v, nv, 0.5, (v, vdot) -> aba.forwardDynamics(s.q, v, s.tau, vdot));
        double[] byTau =
                TangentMotion.byVector(s.tau, nv, 0.5, (tau, vdot) -> aba.forwardDynamics(s.q, s.v, tau, vdot));
        Agreement.assertWithin(byQ, s.byQ, tolerance * Math.max(Agreement.norm(byQ), Agreement.norm(s.vdot)));
        Agreement.assertWithin(byV, s.byV, tolerance * Math.max(Agreement.norm(byV), Agreement.norm(s.vdot)));
        Agreement.assertClose(byTau, s.byTau, tolerance);
    }

    @Property(tries = 60, seed = "20261122")
    void holdBackwardsOnAnyTree(@ForAll long seed) {
        RandomRobot random = new RandomRobot(seed);
        holdBackwards(random.anyTree(60), random);
    }

    @Property(tries = 100, seed = "20261122")
    void holdBackwardsThroughTheMassMatrix(@ForAll long seed, @ForAll boolean floating) {
        RandomRobot random = new RandomRobot(seed);
        holdBackwards(random.tree(floating), random);
    }

    /** What M makes of the answers is what they answer, as closely as the sizes in that product allow. */
    static void holdBackwards(RobotModel model, RandomRobot random) {
        int nv = model.nv();
        State s = new State(model, random);
        double[] mass = new double[nv * nv];
        new CompositeRigidBody(model).massMatrix(s.q, mass);
        double[] byQ = new double[nv * nv];
        double[] byV = new double[nv * nv];
        double[] identity = new double[nv * nv];
        new NewtonEulerDerivatives(model, OBLIQUE).derivatives(s.q, s.v, s.vdot, byQ, byV);
        for (int i = 0; i < nv * nv; i++) {
            byQ[i] = -byQ[i];
            byV[i] = -byV[i];
            identity[i] = i % (nv + 1) == 0 ? 1 : 0;
        }
        double[] bias = new double[nv];
        new RecursiveNewtonEuler(model, OBLIQUE).inverseDynamics(s.q, s.v, new double[nv], bias);
        for (int i = 0; i < nv; i++) {
            bias[i] = s.tau[i] - bias[i];
        }
        assertProduct(bias, mass, s.vdot, 1);
        assertProduct(byQ, mass, s.byQ, nv);
        assertProduct(byV, mass, s.byV, nv);
        assertProduct(identity, mass, s.byTau, nv);
    }

    private static void assertProduct(double[] expected, double[] mass, double[] x, int columns) {
        int nv = x.length / columns;
        double largest = Agreement.norm(mass);
        for (int c = 0; c < columns; c++) {
            double[] column = new double[nv];
            for (int k = 0; k < nv; k++) {
                column[k] = x[k * columns + c];
            }
            double[] product = Agreement.product(mass, column);
            double scale = largest * Agreement.norm(column);
            for (int r = 0; r < nv; r++) {
                double wanted = expected[r * columns + c];
                assertEquals(wanted, product[r], 1e-11 * (Math.abs(wanted) + scale), "row " + r + ", column " + c);
            }
        }
    }

    @Property(tries = 50, seed = "20261122")
    void theInverseOfTheMassMatrixIsSymmetricToTheBit(@ForAll long seed, @ForAll boolean floating) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.tree(floating);
        int nv = model.nv();
        State s = new State(model, random);
        for (int i = 0; i < nv * nv; i++) {
            assertEquals(s.byTau[i], s.byTau[(i % nv) * nv + i / nv], 0.0);
        }
    }

    @Property(tries = 20, seed = "20261122")
    void theAccelerationIsThatOfForwardDynamicsToTheBit(@ForAll long seed) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.anyTree(20);
        State s = new State(model, random);
        double[] vdot = new double[model.nv()];
        new ArticulatedBody(model, OBLIQUE).forwardDynamics(s.q, s.v, s.tau, vdot);
        assertArrayEquals(vdot, s.vdot);
    }

    @Property(tries = 20, seed = "20261122")
    void branchesOfAWeldedRobotDoNotFeelEachOther(@ForAll long seed) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.tree(false);
        int nv = model.nv();
        State s = new State(model, random);
        BodyTree tree = new BodyTree(model);
        for (int a = 1; a < tree.bodies; a++) {
            for (int b = 1; b < tree.bodies; b++) {
                if (root(tree, a) == root(tree, b)) {
                    continue;
                }
                for (int r = tree.v[a]; r < tree.v[a] + tree.axes[a].length; r++) {
                    for (int c = tree.v[b]; c < tree.v[b] + tree.axes[b].length; c++) {
                        assertEquals(0.0, s.byQ[r * nv + c], 0.0);
                        assertEquals(0.0, s.byV[r * nv + c], 0.0);
                        assertEquals(0.0, s.byTau[r * nv + c], 0.0);
                    }
                }
            }
        }
    }

    private static int root(BodyTree tree, int body) {
        int b = body;
        while (tree.parent[b] > 0) {
            b = tree.parent[b];
        }
        return b;
    }

    @Example
    void aJointThatCarriesNoMassIsNamed() {
        Link base = new Link("base", Inertia.ZERO, List.of(), List.of());
        Link empty = new Link("empty", Inertia.ZERO, List.of(), List.of());
        Joint wrist = new Joint(
                "wrist",
                JointType.REVOLUTE,
                "base",
                "empty",
                Pose.IDENTITY,
                new Vec3(0, 0, 1),
                JointLimits.NONE,
                JointDynamics.NONE,
                null);
        RobotModel model = new RobotModel("hollow", false, List.of(base, empty), List.of(wrist));
        double[] one = new double[1];
        BadInputException e = assertThrows(BadInputException.class, () -> new ForwardDynamicsDerivatives(model, OBLIQUE)
                .derivatives(one, one, one, one, one, one, one));
        assertTrue(e.getMessage().contains("wrist"), e.getMessage());
    }

    /** A random state of a robot, and the derivatives there. */
    private static final class State {
        final double[] q;
        final double[] v;
        final double[] tau;
        final double[] vdot;
        final double[] byQ;
        final double[] byV;
        final double[] byTau;

        State(RobotModel model, RandomRobot random) {
            int nv = model.nv();
            q = random.configuration(model);
            v = random.vector(nv);
            tau = random.vector(nv);
            vdot = new double[nv];
            // What stood there before must not shine through.
            byQ = random.vector(nv * nv);
            byV = random.vector(nv * nv);
            byTau = random.vector(nv * nv);
            ForwardDynamicsDerivatives derivatives = new ForwardDynamicsDerivatives(model, OBLIQUE);
            // Twice, for what the first call leaves behind must not either.
            derivatives.derivatives(random.configuration(model), v, tau, vdot, byQ, byV, byTau);
            derivatives.derivatives(q, v, tau, vdot, byQ, byV, byTau);
        }
    }
}
