package io.sigmaprompt.physics.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.RobotModel;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Independent algorithms agree on random trees of every joint type, welded and floating. */
class DynamicsPropertiesTest {

    @Property(tries = 200, seed = "20261122")
    void massMatrixTimesAccelerationPlusBiasIsInverseDynamics(@ForAll long seed, @ForAll boolean floating) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.tree(floating);
        int nv = model.nv();
        double[] q = random.configuration(model);
        double[] v = random.vector(nv);
        double[] vdot = random.vector(nv);
        RecursiveNewtonEuler rnea = new RecursiveNewtonEuler(model);
        double[] tau = new double[nv];
        double[] sum = new double[nv];
        double[] matrix = new double[nv * nv];
        rnea.inverseDynamics(q, v, vdot, tau);
        rnea.inverseDynamics(q, v, new double[nv], sum);
        new CompositeRigidBody(model).massMatrix(q, matrix);
        for (int r = 0; r < nv; r++) {
            for (int c = 0; c < nv; c++) {
                sum[r] += matrix[r * nv + c] * vdot[c];
                assertEquals(matrix[r * nv + c], matrix[c * nv + r], 0.0, "symmetry");
            }
        }
        assertClose(tau, sum, 1e-11);
    }

    @Property(tries = 200, seed = "20261122")
    void forwardDynamicsUndoesInverseDynamics(@ForAll long seed, @ForAll boolean floating) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.tree(floating);
        int nv = model.nv();
        double[] q = random.configuration(model);
        double[] v = random.vector(nv);
        double[] vdot = random.vector(nv);
        double[] tau = new double[nv];
        double[] found = new double[nv];
        new RecursiveNewtonEuler(model).inverseDynamics(q, v, vdot, tau);
        new ArticulatedBody(model).forwardDynamics(q, v, tau, found);
        assertClose(vdot, found, 1e-8);
    }

    @Property(tries = 100, seed = "20261122")
    void aDiagonalActsAsInertiaOfTheJointsThemselves(@ForAll long seed, @ForAll boolean floating) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.tree(floating);
        int nv = model.nv();
        double[] q = random.configuration(model);
        double[] v = random.vector(nv);
        double[] vdot = random.vector(nv);
        double[] diagonal = random.vector(nv);
        double[] tau = new double[nv];
        double[] found = new double[nv];
        new RecursiveNewtonEuler(model).inverseDynamics(q, v, vdot, tau);
        for (int i = 0; i < nv; i++) {
            diagonal[i] = Math.abs(diagonal[i]);
            tau[i] += diagonal[i] * vdot[i];
        }
        new ArticulatedBody(model).forwardDynamics(q, v, tau, diagonal, found);
        assertClose(vdot, found, 1e-8);
    }

    @Property(tries = 100, seed = "20261122")
    void kineticEnergyIsHalfTheQuadraticFormOfTheMassMatrix(@ForAll long seed, @ForAll boolean floating) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.tree(floating);
        int nv = model.nv();
        double[] q = random.configuration(model);
        double[] v = random.vector(nv);
        double[] matrix = new double[nv * nv];
        new CompositeRigidBody(model).massMatrix(q, matrix);
        double twice = 0;
        for (int i = 0; i < nv * nv; i++) {
            twice += v[i / nv] * matrix[i] * v[i % nv];
        }
        double kinetic = new MechanicalEnergy(model).kinetic(q, v);
        assertEquals(0.5 * twice, kinetic, 1e-11 * Math.max(1, kinetic));
    }

    @Property(tries = 100, seed = "20261122")
    void linkVelocitiesAreTheRatesOfLinkPoses(@ForAll long seed, @ForAll boolean floating) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.tree(floating);
        double[] q = random.configuration(model);
        double[] v = random.vector(model.nv());
        ConfigurationSpace space = new ConfigurationSpace(model);
        double[] rate = new double[model.nv()];
        space.rate(new double[model.nv()], q, v, rate);
        double h = 1e-5;
        double[] before = q.clone();
        double[] after = q.clone();
        double[] u = new double[model.nv()];
        for (int i = 0; i < u.length; i++) {
            u[i] = h * rate[i];
        }
        space.retract(q, u, after);
        for (int i = 0; i < u.length; i++) {
            u[i] = -h * rate[i];
        }
        space.retract(q, u, before);
        ForwardKinematics there = new ForwardKinematics(model);
        ForwardKinematics earlier = new ForwardKinematics(model);
        ForwardKinematics later = new ForwardKinematics(model);
        there.update(q, v);
        earlier.update(before);
        later.update(after);
        double[] velocity = new double[6];
        double[] r = new double[12];
        double[] a = new double[12];
        double[] b = new double[12];
        for (int link = 0; link < model.links().size(); link++) {
            there.velocity(link, velocity);
            there.transform(link, r);
            earlier.transform(link, a);
            later.transform(link, b);
            for (int k = 0; k < 12; k++) {
                a[k] = (b[k] - a[k]) / (2 * h);
            }
            // R' = w× R, so w× = R' Rᵀ.
            double[] w = new double[9];
            for (int k = 0; k < 9; k++) {
                for (int l = 0; l < 3; l++) {
                    w[k] += a[3 * (k / 3) + l] * r[3 * (k % 3) + l];
                }
            }
            double[] found = {w[7], w[2], w[3], a[9], a[10], a[11]};
            assertClose(velocity, found, 1e-6);
        }
    }

    private static void assertClose(double[] expected, double[] found, double relative) {
        double scale = 1;
        for (double e : expected) {
            scale = Math.max(scale, Math.abs(e));
        }
        for (int i = 0; i < expected.length; i++) {
            assertTrue(
                    Math.abs(expected[i] - found[i]) <= relative * scale,
                    "entry " + i + ": expected " + expected[i] + ", found " + found[i]);
        }
    }
}
