package io.sigmaprompt.physics.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Torque is the regressor times the parameters, and the parameters are those of the links. */
class TorqueRegressorTest {
    private static final Vec3 OBLIQUE = new Vec3(1.5, -3, -9);

    @Property(tries = 100, seed = "20261122")
    void regressorTimesParametersIsInverseDynamics(@ForAll long seed, @ForAll boolean floating) {
        RandomRobot random = new RandomRobot(seed);
        compareWithInverseDynamics(random.tree(floating), random);
    }

    static void compareWithInverseDynamics(RobotModel model, RandomRobot random) {
        int nv = model.nv();
        TorqueRegressor regressor = new TorqueRegressor(model, OBLIQUE);
        int count = regressor.parameterCount();
        double[] q = random.configuration(model);
        double[] v = random.vector(nv);
        double[] vdot = random.vector(nv);
        double[] y = random.vector(nv * count);
        double[] pi = new double[count];
        regressor.regressor(q, v, vdot, y);
        regressor.parameters(pi);
        double[] found = new double[nv];
        for (int i = 0; i < y.length; i++) {
            found[i / count] += y[i] * pi[i % count];
        }
        double[] expected = new double[nv];
        new RecursiveNewtonEuler(model, OBLIQUE).inverseDynamics(q, v, vdot, expected);
        Agreement.assertClose(expected, found, 1e-11);
    }

    @Property(tries = 60, seed = "20261122")
    void regressorTimesParametersIsInverseDynamicsOfAnyTree(@ForAll long seed) {
        RandomRobot random = new RandomRobot(seed);
        compareWithInverseDynamics(random.anyTree(60), random);
    }

    @Property(tries = 50, seed = "20261122")
    void bodiesThatAFreedomDoesNotCarryHaveNoPartInItsTorque(@ForAll long seed, @ForAll boolean floating) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.tree(floating);
        int nv = model.nv();
        TorqueRegressor regressor = new TorqueRegressor(model, OBLIQUE);
        int count = regressor.parameterCount();
        double[] y = random.vector(nv * count);
        regressor.regressor(random.configuration(model), random.vector(nv), random.vector(nv), y);
        BodyTree tree = new BodyTree(model);
        for (int b = 1; b < tree.bodies; b++) {
            boolean[] carries = new boolean[nv];
            for (int a = b; a > 0; a = tree.parent[a]) {
                for (int k = 0; k < tree.axes[a].length; k++) {
                    carries[tree.v[a] + k] = true;
                }
            }
            for (int r = 0; r < nv; r++) {
                for (int c = 10 * (b - 1); c < 10 * b && !carries[r]; c++) {
                    assertEquals(0.0, y[r * count + c], 0.0);
                }
            }
        }
    }

    @Property(tries = 50, seed = "20261122")
    void parametersAreThoseOfTheLinksInTheirOwnFrames(@ForAll long seed) {
        RobotModel model = new RandomRobot(seed).chain(5, List.of(JointType.REVOLUTE, JointType.SPHERICAL), false);
        TorqueRegressor regressor = new TorqueRegressor(model);
        double[] pi = new double[regressor.parameterCount()];
        regressor.parameters(pi);
        assertEquals(50, pi.length);
        for (int j = 0; j < 5; j++) {
            Joint joint = model.joints().get(j);
            Link link = model.links().get(j + 1);
            assertEquals(joint.child() + ".m", regressor.parameterName(10 * j));
            assertEquals(joint.child() + ".izz", regressor.parameterName(10 * j + 9));
            Inertia i = link.inertia();
            Vec3 c = i.com();
            double m = i.mass();
            double[] expected = {
                m,
                m * c.x(),
                m * c.y(),
                m * c.z(),
                i.ixx() + m * (c.y() * c.y() + c.z() * c.z()),
                i.ixy() - m * c.x() * c.y(),
                i.ixz() - m * c.x() * c.z(),
                i.iyy() + m * (c.x() * c.x() + c.z() * c.z()),
                i.iyz() - m * c.y() * c.z(),
                i.izz() + m * (c.x() * c.x() + c.y() * c.y())
            };
            Agreement.assertClose(expected, Arrays.copyOfRange(pi, 10 * j, 10 * j + 10), 1e-14);
        }
    }

    @Example
    void aWeldedToolIsCountedInWithTheLinkThatHoldsIt() {
        RobotModel model = new RandomRobot(3).chain(2, List.of(JointType.FIXED), true);
        TorqueRegressor regressor = new TorqueRegressor(model);
        double[] pi = new double[10];
        regressor.parameters(pi);
        assertEquals(model.totalMass(), pi[0], 1e-14);
        assertEquals("link0.mx", regressor.parameterName(1));
    }
}
