package io.sigmaprompt.physics.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The closed form against differences of inverse dynamics, and against what must hold exactly. */
class NewtonEulerDerivativesTest {
    private static final Vec3 OBLIQUE = new Vec3(1.5, -3, -9);

    @Property(tries = 100, seed = "20261122")
    void agreeWithDifferencesOnTreesOfEveryJointType(@ForAll long seed, @ForAll boolean floating) {
        RandomRobot random = new RandomRobot(seed);
        compareWithDifferences(random.tree(floating), random);
    }

    @Property(tries = 40, seed = "20261122")
    void agreeWithDifferencesOnAnyTree(@ForAll long seed) {
        RandomRobot random = new RandomRobot(seed);
        compareWithDifferences(random.anyTree(60), random);
    }

    static void compareWithDifferences(RobotModel model, RandomRobot random) {
        State s = new State(model, random);
        int nv = model.nv();
        RecursiveNewtonEuler rnea = new RecursiveNewtonEuler(model, OBLIQUE);
        double[] byQ = TangentMotion.byQ(model, s.q, nv, 0.01, (q, tau) -> rnea.inverseDynamics(q, s.v, s.vdot, tau));
        // Inverse dynamics is quadratic in v, so that a long step costs nothing.
        double[] byV = TangentMotion.byVector(s.v, nv, 0.5, (v, tau) -> rnea.inverseDynamics(s.q, v, s.vdot, tau));
        double[] tau = new double[nv];
        rnea.inverseDynamics(s.q, s.v, s.vdot, tau);
        Agreement.assertWithin(byQ, s.byQ, 1e-10 * Math.max(Agreement.norm(byQ), Agreement.norm(tau)));
        Agreement.assertWithin(byV, s.byV, 1e-10 * Math.max(Agreement.norm(byV), Agreement.norm(tau)));
    }

    @Property(tries = 50, seed = "20261122")
    void pairsOfDifferentBranchesAreExactlyZero(@ForAll long seed, @ForAll boolean floating) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.tree(floating);
        State s = new State(model, random);
        BodyTree tree = new BodyTree(model);
        for (int a = 1; a < tree.bodies; a++) {
            for (int b = 1; b < tree.bodies; b++) {
                if (carries(tree, a, b) || carries(tree, b, a)) {
                    continue;
                }
                for (int r = tree.v[a]; r < tree.v[a] + tree.axes[a].length; r++) {
                    for (int c = tree.v[b]; c < tree.v[b] + tree.axes[b].length; c++) {
                        assertEquals(0.0, s.byQ[r * model.nv() + c], 0.0);
                        assertEquals(0.0, s.byV[r * model.nv() + c], 0.0);
                    }
                }
            }
        }
    }

    private static boolean carries(BodyTree tree, int ancestor, int body) {
        int b = body;
        while (b > ancestor) {
            b = tree.parent[b];
        }
        return b == ancestor;
    }

    @Property(tries = 50, seed = "20261122")
    void standingStillTheForcesOfScalarJointsAreAHessian(@ForAll long seed) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.chain(7, List.of(JointType.REVOLUTE, JointType.PRISMATIC), false);
        int nv = model.nv();
        double[] q = random.configuration(model);
        double[] zero = new double[nv];
        double[] byQ = new double[nv * nv];
        double[] byV = new double[nv * nv];
        new NewtonEulerDerivatives(model, OBLIQUE).derivatives(q, zero, zero, byQ, byV);
        double[] transposed = new double[nv * nv];
        for (int i = 0; i < nv * nv; i++) {
            transposed[i] = byQ[(i % nv) * nv + i / nv];
        }
        Agreement.assertClose(transposed, byQ, 1e-13);
        for (double entry : byV) {
            assertEquals(0.0, entry, 0.0, "standing still, speed costs nothing in first order");
        }
    }

    @Property(tries = 50, seed = "20261122")
    void derivativeByVelocityTimesVelocityIsTwiceTheVelocityProductForce(@ForAll long seed, @ForAll boolean floating) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.tree(floating);
        State s = new State(model, random);
        int nv = model.nv();
        RecursiveNewtonEuler rnea = new RecursiveNewtonEuler(model, new Vec3(0, 0, 0));
        double[] expected = new double[nv];
        rnea.inverseDynamics(s.q, s.v, new double[nv], expected);
        double[] found = new double[nv];
        for (int i = 0; i < nv * nv; i++) {
            found[i / nv] += 0.5 * s.byV[i] * s.v[i % nv];
        }
        Agreement.assertClose(expected, found, 1e-12);
    }

    @Property(tries = 50, seed = "20261122")
    void powerOfTheDerivativeByVelocityIsThatOfTheRateOfTheMassMatrix(@ForAll long seed) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.chain(6, List.of(JointType.REVOLUTE, JointType.PRISMATIC), false);
        State s = new State(model, random);
        int nv = model.nv();
        CompositeRigidBody crba = new CompositeRigidBody(model);
        // The force C·v has the power vᵀ·C·v = vᵀ·(dM/dt)·v / 2, and its derivative by v is twice that along v.
        double[] rate = TangentMotion.byQ(model, s.q, nv * nv, 0.01, crba::massMatrix);
        double power = 0;
        double found = 0;
        double scale = 1;
        for (int r = 0; r < nv; r++) {
            for (int c = 0; c < nv; c++) {
                for (int k = 0; k < nv; k++) {
                    double term = s.v[r] * rate[(r * nv + c) * nv + k] * s.v[k] * s.v[c];
                    power += term;
                    scale = Math.max(scale, Math.abs(term));
                }
                found += s.v[r] * s.byV[r * nv + c] * s.v[c];
            }
        }
        assertEquals(power, found, 1e-10 * scale);
    }

    @Property(tries = 30, seed = "20261122")
    void anArmMountedFarFromTheWorldsOriginIsNoLessPrecise(@ForAll long seed) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel near = random.chain(6, List.of(JointType.REVOLUTE, JointType.SPHERICAL), false);
        List<Joint> joints = new ArrayList<>(near.joints());
        Joint first = joints.getFirst();
        Pose o = first.origin();
        Pose away = new Pose(o.x() + 1e7, o.y() - 3e7, o.z(), o.qx(), o.qy(), o.qz(), o.qw());
        joints.set(
                0,
                new Joint(
                        first.name(),
                        first.type(),
                        first.parent(),
                        first.child(),
                        away,
                        first.axis(),
                        first.limits(),
                        first.dynamics(),
                        null));
        State there = new State(near, random);
        int nv = near.nv();
        double[] byQ = new double[nv * nv];
        double[] byV = new double[nv * nv];
        new NewtonEulerDerivatives(new RobotModel("far", false, near.links(), joints), OBLIQUE)
                .derivatives(there.q, there.v, there.vdot, byQ, byV);
        assertArrayEquals(there.byQ, byQ);
        assertArrayEquals(there.byV, byV);
    }

    @Property(tries = 30, seed = "20261122")
    void aRobotFarFromTheWorldsOriginIsNoLessPrecise(@ForAll long seed) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.tree(true);
        State near = new State(model, random);
        double[] q = near.q.clone();
        q[0] = 1e7;
        q[1] = -3e7;
        int nv = model.nv();
        double[] byQ = new double[nv * nv];
        double[] byV = new double[nv * nv];
        new NewtonEulerDerivatives(model, OBLIQUE).derivatives(q, near.v, near.vdot, byQ, byV);
        assertArrayEquals(near.byQ, byQ);
        assertArrayEquals(near.byV, byV);
    }

    /** A random state of a robot, and the derivatives there. */
    private static final class State {
        final double[] q;
        final double[] v;
        final double[] vdot;
        final double[] byQ;
        final double[] byV;

        State(RobotModel model, RandomRobot random) {
            int nv = model.nv();
            q = random.configuration(model);
            v = random.vector(nv);
            vdot = random.vector(nv);
            // What stood there before must not shine through.
            byQ = random.vector(nv * nv);
            byV = random.vector(nv * nv);
            new NewtonEulerDerivatives(model, OBLIQUE).derivatives(q, v, vdot, byQ, byV);
        }
    }
}
