package io.sigmaprompt.physics.codegen;

import static io.sigmaprompt.physics.dynamics.Agreement.assertClose;
import static io.sigmaprompt.physics.dynamics.Agreement.matrixNorm;
import static io.sigmaprompt.physics.dynamics.Agreement.norm;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.dynamics.Agreement;
import io.sigmaprompt.physics.dynamics.Corpus;
import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.dynamics.Gravity;
import io.sigmaprompt.physics.dynamics.RandomRobot;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiled kernels answer what the generic ones answer, or leave it to them. */
class CompiledDynamicsTest {
    private static final int MOST = 60;

    static List<String> robots() {
        return Corpus.robots();
    }

    @ParameterizedTest
    @MethodSource("robots")
    void bothKernelsAgreeOnRealRobots(String robot) {
        RobotModel model = Corpus.robot(robot);
        for (long seed = 0; seed < 10; seed++) {
            assertAgree(model, new RandomRobot(seed), Gravity.STANDARD);
        }
    }

    @Property(tries = 30, seed = "20261122")
    void bothKernelsAgreeOnRandomTrees(@ForAll long seed) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.anyTree(MOST);
        assertAgree(model, random, random.gravity());
    }

    private static void assertAgree(RobotModel model, RandomRobot random, Vec3 gravity) {
        RobotDynamics generic = new GenericDynamics(model, gravity);
        RobotDynamics compiled = CompiledDynamics.of(model, gravity);
        assertEquals("compiled", compiled.kernel());
        int nv = model.nv();
        double[] q = random.configuration(model);
        double[] v = random.vector(nv);
        double[] vdot = random.vector(nv);
        double[][] both = new double[2][];
        compare(both, 12 * model.links().size(), generic, compiled, (d, out) -> d.linkPoses(q, out), 1e-12);
        compare(both, 6 * model.links().size(), generic, compiled, (d, out) -> d.linkVelocities(q, v, out), 1e-12);
        compare(both, 3, generic, compiled, (d, out) -> d.centerOfMass(q, out), 1e-12);
        compare(both, nv, generic, compiled, (d, out) -> d.inverseDynamics(q, v, vdot, out), 1e-12);
        compare(both, nv, generic, compiled, (d, out) -> d.biasForces(q, v, out), 1e-12);
        double h = norm(both[0]);
        compare(both, nv * nv, generic, compiled, (d, out) -> d.massMatrix(q, out), 1e-12);
        double m = matrixNorm(both[0], nv);
        // The same forces, to rounding, are what both accelerations need.
        double[] found = new double[nv];
        double[] needed = new double[nv];
        compiled.forwardDynamics(q, v, vdot, found);
        generic.inverseDynamics(q, v, found, needed);
        Agreement.assertWithin(vdot, needed, 1e-11 * (m * norm(found) + h));
    }

    /** A question that is answered by an array. */
    private interface Question {
        void put(RobotDynamics dynamics, double[] out);
    }

    private static void compare(
            double[][] both, int size, RobotDynamics generic, RobotDynamics compiled, Question q, double relative) {
        both[0] = new double[size];
        both[1] = new double[size];
        q.put(generic, both[0]);
        q.put(compiled, both[1]);
        assertClose(both[0], both[1], relative);
    }

    @Test
    void aSystemPropertyLeavesEverythingToTheGenericKernel() {
        RobotModel model = new RandomRobot(1).tree(false);
        assertEquals("compiled", CompiledDynamics.of(model).kernel());
        String before = System.setProperty(CompiledDynamics.SWITCH, "generic");
        try {
            assertEquals("generic", CompiledDynamics.of(model).kernel());
        } finally {
            if (before == null) {
                System.clearProperty(CompiledDynamics.SWITCH);
            } else {
                System.setProperty(CompiledDynamics.SWITCH, before);
            }
        }
    }

    @Test
    void aChainOfAThousandJointsIsLeftToTheGenericKernel() {
        RandomRobot random = new RandomRobot(2);
        RobotModel model = random.chain(1000, List.of(JointType.REVOLUTE), false);
        RobotDynamics dynamics = CompiledDynamics.of(model);
        assertEquals("generic", dynamics.kernel());
        double[] q = random.configuration(model);
        double[] found = new double[1000];
        double[] expected = new double[1000];
        dynamics.gravityForces(q, found);
        new GenericDynamics(model, Gravity.STANDARD).gravityForces(q, expected);
        assertArrayEquals(expected, found);
    }

    @Test
    void aLongChainLeavesWhatHasANumberForEachPairToTheGenericKernel() {
        RandomRobot random = new RandomRobot(3);
        RobotModel chain = random.chain(64, List.of(JointType.REVOLUTE), false);
        RobotDynamics dynamics = CompiledDynamics.of(chain);
        assertEquals("compiled", dynamics.kernel());
        double[] q = random.configuration(chain);
        double[] found = new double[64 * 64];
        double[] expected = new double[64 * 64];
        dynamics.massMatrix(q, found);
        new GenericDynamics(chain).massMatrix(q, expected);
        assertArrayEquals(expected, found);
    }

    @Test
    void aChainOfFourHundredJointsIsCompiledAndALongerOneNot() {
        RandomRobot random = new RandomRobot(3);
        assertEquals(
                "compiled",
                CompiledDynamics.of(random.chain(400, List.of(JointType.PRISMATIC), false))
                        .kernel());
        assertEquals(
                "generic",
                CompiledDynamics.of(random.chain(401, List.of(JointType.PRISMATIC), false))
                        .kernel());
    }

    /** Breadth costs nothing extra: branches do not share entries of the mass matrix. */
    @Test
    void aHundredShortBranchesAreCompiled() {
        RobotModel bush = LargeRobots.bush(100, 3);
        assertEquals("compiled", CompiledDynamics.of(bush).kernel());
        assertEquals(100 * (1 + 2 + 3), ReducedTree.branchPairs(bush));
    }
}
