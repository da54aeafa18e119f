package io.sigmaprompt.physics.dynamics;

import static io.sigmaprompt.physics.dynamics.Agreement.along;
import static io.sigmaprompt.physics.dynamics.Agreement.assertWithin;
import static io.sigmaprompt.physics.dynamics.Agreement.derivative;
import static io.sigmaprompt.physics.dynamics.Agreement.dot;
import static io.sigmaprompt.physics.dynamics.Agreement.matrixNorm;
import static io.sigmaprompt.physics.dynamics.Agreement.norm;
import static io.sigmaprompt.physics.dynamics.Agreement.product;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Forces, accelerations, the mass matrix and energy agree on random trees, whichever kernel computes them. */
class ForcePropertiesTest {
    private static final int MOST = 60;

    @Property(tries = 150, seed = "20261122")
    void massMatrixTimesAccelerationPlusBiasIsInverseDynamics(@ForAll Kernel kernel, @ForAll long seed) {
        State s = new State(kernel, seed);
        double[] tau = new double[s.nv];
        double[] bias = new double[s.nv];
        double[] matrix = new double[s.nv * s.nv];
        double[] vdot = s.random.vector(s.nv);
        s.dynamics.inverseDynamics(s.q, s.v, vdot, tau);
        s.dynamics.biasForces(s.q, s.v, bias);
        s.dynamics.massMatrix(s.q, matrix);
        double[] inertial = product(matrix, vdot);
        double[] sum = new double[s.nv];
        for (int r = 0; r < s.nv; r++) {
            sum[r] = inertial[r] + bias[r];
            for (int c = 0; c < r; c++) {
                assertEquals(matrix[r * s.nv + c], matrix[c * s.nv + r], 0.0, "symmetry");
            }
        }
        assertWithin(sum, tau, 1e-11 * (norm(inertial) + norm(bias)));
    }

    @Property(tries = 100, seed = "20261122")
    void gravityForcesAreTheBiasAtRestAndTheGradientOfPotentialEnergy(@ForAll Kernel kernel, @ForAll long seed) {
        State s = new State(kernel, seed);
        double[] gravity = new double[s.nv];
        double[] rest = new double[s.nv];
        s.dynamics.gravityForces(s.q, gravity);
        s.dynamics.biasForces(s.q, new double[s.nv], rest);
        assertWithin(rest, gravity, 1e-12 * Math.max(1, norm(rest)));
        double[] rate =
                derivative(t -> new double[] {s.dynamics.potentialEnergy(along(s.model, s.q, s.v, t))}, s.step());
        assertEquals(dot(gravity, s.v), rate[0], 1e-9 * Math.max(1, norm(gravity) * norm(s.v)));
    }

    @Property(tries = 100, seed = "20261122")
    void kineticEnergyIsHalfTheQuadraticFormOfTheMassMatrix(@ForAll Kernel kernel, @ForAll long seed) {
        State s = new State(kernel, seed);
        double[] matrix = new double[s.nv * s.nv];
        s.dynamics.massMatrix(s.q, matrix);
        double expected = 0.5 * dot(s.v, product(matrix, s.v));
        assertEquals(expected, s.dynamics.kineticEnergy(s.q, s.v), 1e-11 * expected);
    }

    @Property(tries = 100, seed = "20261122")
    void energyGrowsByThePowerOfTheJoints(@ForAll Kernel kernel, @ForAll long seed) {
        State s = new State(kernel, seed);
        double[] vdot = s.random.vector(s.nv);
        double[] tau = new double[s.nv];
        s.dynamics.inverseDynamics(s.q, s.v, vdot, tau);
        double[] rate = derivative(
                t -> {
                    double[] q = along(s.model, s.q, s.v, t);
                    double[] v = s.v.clone();
                    for (int i = 0; i < s.nv; i++) {
                        v[i] += t * vdot[i];
                    }
                    return new double[] {s.dynamics.kineticEnergy(q, v) + s.dynamics.potentialEnergy(q)};
                },
                s.step());
        double scale = norm(tau) * norm(s.v) * s.nv + s.dynamics.kineticEnergy(s.q, s.v);
        assertEquals(dot(tau, s.v), rate[0], 1e-9 * scale);
    }

    @Property(tries = 100, seed = "20261122")
    void wrenchesOnLinksAreFeltThroughTheLinksJacobians(@ForAll Kernel kernel, @ForAll long seed) {
        State s = new State(kernel, seed);
        int links = s.model.links().size();
        double[] vdot = s.random.vector(s.nv);
        double[] wrenches = s.random.vector(6 * links);
        double[] expected = new double[s.nv];
        s.dynamics.inverseDynamics(s.q, s.v, vdot, expected);
        double[] poses = new double[12 * links];
        double[] jacobian = new double[6 * s.nv];
        s.dynamics.linkPoses(s.q, poses);
        double scale = norm(expected);
        for (int link = 0; link < links; link++) {
            s.dynamics.frameJacobian(s.q, new Frame("", link, Pose.IDENTITY), jacobian);
            for (int r = 0; r < 6; r++) {
                double world = 0;
                for (int k = 0; k < 3; k++) {
                    world += poses[12 * link + 3 * (r % 3) + k] * wrenches[6 * link + r - r % 3 + k];
                }
                for (int c = 0; c < s.nv; c++) {
                    expected[c] -= jacobian[r * s.nv + c] * world;
                    scale = Math.max(scale, Math.abs(expected[c]));
                }
            }
        }
        double[] found = new double[s.nv];
        s.dynamics.inverseDynamics(s.q, s.v, vdot, wrenches, found);
        assertWithin(expected, found, 1e-11 * scale);
        s.dynamics.inverseDynamics(s.q, s.v, vdot, new double[6 * links], found);
        double[] untouched = new double[s.nv];
        s.dynamics.inverseDynamics(s.q, s.v, vdot, untouched);
        assertWithin(untouched, found, 1e-12 * norm(untouched));
    }

    @Property(tries = 150, seed = "20261122")
    void forwardDynamicsNeedsTheForcesThatItWasGiven(@ForAll Kernel kernel, @ForAll long seed) {
        State s = new State(kernel, seed);
        double[] tau = s.random.vector(s.nv);
        double[] wrenches = s.random.vector(6 * s.model.links().size());
        double[] vdot = new double[s.nv];
        double[] needed = new double[s.nv];
        s.dynamics.forwardDynamics(s.q, s.v, tau, vdot);
        s.dynamics.inverseDynamics(s.q, s.v, vdot, needed);
        assertWithin(tau, needed, s.backwardTolerance(vdot, 0));
        s.dynamics.forwardDynamics(s.q, s.v, tau, wrenches, vdot);
        s.dynamics.inverseDynamics(s.q, s.v, vdot, wrenches, needed);
        assertWithin(tau, needed, s.backwardTolerance(vdot, norm(wrenches)));
    }

    @Property(tries = 100, seed = "20261122")
    void aDiagonalActsAsInertiaOfTheJointsThemselves(@ForAll Kernel kernel, @ForAll long seed) {
        State s = new State(kernel, seed);
        double[] diagonal = s.random.vector(s.nv);
        double[] vdot = new double[s.nv];
        double[] needed = new double[s.nv];
        for (int i = 0; i < s.nv; i++) {
            diagonal[i] = Math.abs(diagonal[i]);
        }
        s.dynamics.update(s.q, s.v);
        for (int right = 0; right < 3; right++) {
            double[] tau = s.random.vector(s.nv);
            s.dynamics.solve(tau, diagonal, vdot);
            s.other.inverseDynamics(s.q, s.v, vdot, needed);
            for (int i = 0; i < s.nv; i++) {
                needed[i] += diagonal[i] * vdot[i];
            }
            assertWithin(tau, needed, s.backwardTolerance(vdot, norm(diagonal) * norm(vdot)));
        }
    }

    @Property(tries = 150, seed = "20261122")
    void theFactorsOfTheMassMatrixMultiplyToIt(@ForAll Kernel kernel, @ForAll long seed) {
        State s = new State(kernel, seed);
        int nv = s.nv;
        double[] matrix = new double[nv * nv];
        s.dynamics.massMatrix(s.q, matrix);
        double[] factor = matrix.clone();
        s.dynamics.factor(factor);
        double[] found = new double[nv * nv];
        for (int k = 0; k < nv; k++) {
            for (int r = 0; r <= k; r++) {
                double left = (r == k ? 1 : factor[k * nv + r]) * factor[k * nv + k];
                for (int c = 0; c <= k; c++) {
                    found[r * nv + c] += left * (c == k ? 1 : factor[k * nv + c]);
                }
            }
        }
        assertWithin(matrix, found, 1e-13 * norm(matrix) * nv);
        for (int r = 0; r < nv; r++) {
            for (int c = r + 1; c < nv; c++) {
                assertEquals(matrix[r * nv + c], factor[r * nv + c], 0.0, "the upper triangle is left alone");
                if (!s.carries(r, c)) {
                    assertEquals(0.0, factor[c * nv + r], 0.0, "nothing fills in between branches");
                }
            }
        }
    }

    @Property(tries = 100, seed = "20261122")
    void factoredSystemsAreSolvedColumnByColumn(@ForAll Kernel kernel, @ForAll long seed) {
        State s = new State(kernel, seed);
        int nv = s.nv;
        double[] matrix = new double[nv * nv];
        s.dynamics.massMatrix(s.q, matrix);
        double[] factor = matrix.clone();
        s.dynamics.factor(factor);
        int columns = 1 + Math.floorMod(seed, 140);
        double[] b = s.random.vector(nv * columns);
        double[] x = b.clone();
        s.dynamics.solveFactored(factor, x, columns);
        for (int c = 0; c < columns; c++) {
            double[] right = new double[nv];
            double[] solution = new double[nv];
            for (int i = 0; i < nv; i++) {
                right[i] = b[i * columns + c];
                solution[i] = x[i * columns + c];
            }
            assertWithin(
                    right, product(matrix, solution), 1e-11 * (matrixNorm(matrix, nv) * norm(solution) + norm(right)));
            s.dynamics.solveFactored(factor, right, 1);
            assertArrayEquals(right, solution, "one column or many, the bits are the same");
        }
    }

    @Property(tries = 50, seed = "20261122")
    void whatWasComputedBeforeChangesNoBit(@ForAll Kernel kernel, @ForAll long seed) {
        State s = new State(kernel, seed);
        RobotDynamics fresh = kernel.of(s.model, s.dynamics.gravity());
        double[] otherQ = s.random.configuration(s.model);
        double[] otherV = s.random.vector(s.nv);
        double[] tau = s.random.vector(s.nv);
        double[] wrenches = s.random.vector(6 * s.model.links().size());
        double[] ignored = new double[s.nv];
        double[] found = new double[s.nv];
        double[] expected = new double[s.nv];
        s.dynamics.update(otherQ, otherV);
        s.dynamics.solve(tau, new double[s.nv], ignored);
        s.dynamics.forwardDynamics(otherQ, otherV, tau, wrenches, ignored);
        s.dynamics.inverseDynamics(otherQ, otherV, tau, wrenches, ignored);
        s.dynamics.forwardDynamics(s.q, s.v, tau, found);
        fresh.forwardDynamics(s.q, s.v, tau, expected);
        assertArrayEquals(expected, found);
        s.dynamics.inverseDynamics(s.q, s.v, tau, found);
        kernel.of(s.model, s.dynamics.gravity()).inverseDynamics(s.q, s.v, tau, expected);
        assertArrayEquals(expected, found);
    }

    /** A random robot under a random gravity in a random state. */
    private static final class State {
        final RandomRobot random;
        final RobotModel model;
        final RobotDynamics dynamics;
        /** A second instance, for questions in between that must not disturb the first. */
        final RobotDynamics other;

        final int nv;
        final double[] q;
        final double[] v;

        State(Kernel kernel, long seed) {
            random = new RandomRobot(seed);
            model = random.anyTree(MOST);
            dynamics = kernel.of(model, random.gravity());
            other = kernel.of(model, dynamics.gravity());
            nv = model.nv();
            q = random.configuration(model);
            v = random.vector(nv);
        }

        /** A step within which nothing turns by more than a few hundredths of a radian. */
        double step() {
            double sum = 0;
            for (double entry : v) {
                sum += Math.abs(entry);
            }
            return 0.05 / (1 + sum);
        }

        /** Whether freedom r stands between freedom c and the world, or both are of one joint. */
        boolean carries(int r, int c) {
            int link = link(c);
            while (link > link(r)) {
                link = model.parentLink(link - 1);
            }
            return link == link(r);
        }

        private int link(int freedom) {
            int link = 0;
            for (int j = 0; j < model.joints().size(); j++) {
                if (model.joints().get(j).type().velocities() > 0 && model.vIndex(j) <= freedom) {
                    link = j + 1;
                }
            }
            return link;
        }

        /** What rounding may leave of tau when it is computed back from vdot: 1e-11 (|M| |vdot| + |h|). */
        double backwardTolerance(double[] vdot, double more) {
            double[] matrix = new double[nv * nv];
            double[] bias = new double[nv];
            other.massMatrix(q, matrix);
            other.biasForces(q, v, bias);
            return 1e-11 * (matrixNorm(matrix, nv) * norm(vdot) + norm(bias) + more);
        }
    }
}
