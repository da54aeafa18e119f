package io.sigmaprompt.physics.dynamics;

import static io.sigmaprompt.physics.dynamics.Agreement.assertWithin;
import static io.sigmaprompt.physics.dynamics.Agreement.matrixNorm;
import static io.sigmaprompt.physics.dynamics.Agreement.norm;
import static io.sigmaprompt.physics.dynamics.Agreement.product;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Derivatives and the regressor agree with what they describe on random trees, whichever kernel computes them. */
class DerivativePropertiesTest {

    @Property(tries = 60, seed = "20261122")
    void inverseDynamicsChangesByItsDerivatives(@ForAll Kernel kernel, @ForAll long seed) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.anyTree(40);
        RobotDynamics dynamics = kernel.of(model, random.gravity());
        int nv = model.nv();
        double[] q = random.configuration(model);
        double[] v = random.vector(nv);
        double[] vdot = random.vector(nv);
        double[] byQ = new double[nv * nv];
        double[] byV = new double[nv * nv];
        double[] tau = new double[nv];
        dynamics.inverseDynamicsDerivatives(q, v, vdot, byQ, byV);
        dynamics.inverseDynamics(q, v, vdot, tau);
        double[] expected =
                TangentMotion.byQ(model, q, nv, 0.01, (at, out) -> dynamics.inverseDynamics(at, v, vdot, out));
        assertWithin(expected, byQ, 1e-9 * Math.max(norm(expected), norm(tau)));
        // Inverse dynamics is quadratic in v, so that a long step costs nothing.
        expected = TangentMotion.byVector(v, nv, 0.5, (at, out) -> dynamics.inverseDynamics(q, at, vdot, out));
        assertWithin(expected, byV, 1e-9 * Math.max(norm(expected), norm(tau)));
    }

    /** With {@code tau = ID(q, v, FD(q, v, tau))}, M times a derivative of FD is minus that of ID. */
    @Property(tries = 80, seed = "20261122")
    void forwardDynamicsDerivativesUndoThoseOfInverseDynamics(@ForAll Kernel kernel, @ForAll long seed) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.anyTree(60);
        RobotDynamics dynamics = kernel.of(model, random.gravity());
        int nv = model.nv();
        double[] q = random.configuration(model);
        double[] v = random.vector(nv);
        double[] tau = random.vector(nv);
        double[] vdot = new double[nv];
        double[] byQ = new double[nv * nv];
        double[] byV = new double[nv * nv];
        double[] byTau = new double[nv * nv];
        double[] matrix = new double[nv * nv];
        double[] inverseByQ = new double[nv * nv];
        double[] inverseByV = new double[nv * nv];
        double[] needed = new double[nv];
        dynamics.forwardDynamicsDerivatives(q, v, tau, vdot, byQ, byV, byTau);
        dynamics.massMatrix(q, matrix);
        dynamics.inverseDynamics(q, v, vdot, needed);
        dynamics.inverseDynamicsDerivatives(q, v, vdot, inverseByQ, inverseByV);
        double[] bias = new double[nv];
        dynamics.biasForces(q, v, bias);
        double size = matrixNorm(matrix, nv);
        assertWithin(tau, needed, 1e-11 * (size * norm(vdot) + norm(bias)));
        for (int c = 0; c < nv; c++) {
            double[] unit = new double[nv];
            unit[c] = 1;
            assertUndone(matrix, column(byTau, c), unit, size);
            assertUndone(matrix, column(byQ, c), negative(column(inverseByQ, c)), size);
            assertUndone(matrix, column(byV, c), negative(column(inverseByV, c)), size);
        }
    }

    private static void assertUndone(double[] matrix, double[] x, double[] expected, double size) {
        assertWithin(expected, product(matrix, x), 1e-11 * (size * norm(x) + norm(expected)));
    }

    @Property(tries = 100, seed = "20261122")
    void regressorTimesParametersIsInverseDynamics(@ForAll Kernel kernel, @ForAll long seed) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.anyTree(60);
        RobotDynamics dynamics = kernel.of(model, random.gravity());
        int nv = model.nv();
        double[] q = random.configuration(model);
        double[] v = random.vector(nv);
        double[] vdot = random.vector(nv);
        double[] tau = new double[nv];
        double[] parameters = new double[dynamics.parameterCount()];
        double[] regressor = new double[nv * parameters.length];
        dynamics.inverseDynamics(q, v, vdot, tau);
        dynamics.parameters(parameters);
        dynamics.regressor(q, v, vdot, regressor);
        assertWithin(tau, product(regressor, parameters), 1e-11 * norm(tau));
        int moving = model.floatingBase() ? 1 : 0;
        for (Joint joint : model.joints()) {
            moving += joint.type() == JointType.FIXED ? 0 : 1;
        }
        assertEquals(10 * moving, parameters.length);
    }

    private static double[] column(double[] matrix, int c) {
        int n = (int) Math.round(Math.sqrt(matrix.length));
        double[] out = new double[n];
        for (int r = 0; r < n; r++) {
            out[r] = matrix[r * n + c];
        }
        return out;
    }

    private static double[] negative(double[] a) {
        double[] out = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            out[i] = -a[i];
        }
        return out;
    }
}
