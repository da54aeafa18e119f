package io.sigmaprompt.physics.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many states at once are answered as each by itself. */
class BatchDynamicsTest {
    private static final int COUNT = 13;

    private static double[] rows(double[][] states) {
        double[] rows = new double[states[0].length * states.length];
        for (int s = 0; s < states.length; s++) {
            for (int k = 0; k < states[s].length; k++) {
                rows[k * states.length + s] = states[s][k];
            }
        }
        return rows;
    }

    @ParameterizedTest
    @EnumSource
    void everyBitIsThatOfTheStateAlone(Kernel kernel) {
        for (long seed = 0; seed < 10; seed++) {
            RandomRobot random = new RandomRobot(seed);
            RobotModel model = random.anyTree(20);
            int nv = model.nv();
            RobotDynamics alone = kernel.of(model);
            BatchDynamics batch = new BatchDynamics(kernel.of(model));
            double[][] q = new double[COUNT][];
            double[][] v = new double[COUNT][];
            double[][] a = new double[COUNT][];
            double[][] tau = new double[COUNT][nv];
            double[][] vdot = new double[COUNT][nv];
            double[][] bias = new double[COUNT][nv];
            double[][] matrix = new double[COUNT][nv * nv];
            for (int s = 0; s < COUNT; s++) {
                q[s] = random.configuration(model);
                v[s] = random.vector(nv);
                a[s] = random.vector(nv);
                alone.inverseDynamics(q[s], v[s], a[s], tau[s]);
                alone.forwardDynamics(q[s], v[s], a[s], vdot[s]);
                alone.biasForces(q[s], v[s], bias[s]);
                alone.massMatrix(q[s], matrix[s]);
            }
            double[] found = new double[nv * COUNT];
            batch.inverseDynamics(COUNT, rows(q), rows(v), rows(a), found);
            assertArrayEquals(rows(tau), found);
            batch.forwardDynamics(COUNT, rows(q), rows(v), rows(a), found);
            assertArrayEquals(rows(vdot), found);
            batch.biasForces(COUNT, rows(q), rows(v), found);
            assertArrayEquals(rows(bias), found);
            double[] matrices = new double[nv * nv * COUNT];
            batch.massMatrix(COUNT, rows(q), matrices);
            assertArrayEquals(rows(matrix), matrices);
        }
    }

    /** Unlike those of a single state, whose results must not be its inputs. */
    @Test
    void resultsMayReplaceInputs() {
        RandomRobot random = new RandomRobot(1);
        RobotModel model = random.chain(3, List.of(JointType.REVOLUTE), false);
        BatchDynamics batch = new BatchDynamics(Kernel.COMPILED.of(model));
        double[] q = random.vector(3 * COUNT);
        double[] v = random.vector(3 * COUNT);
        double[] inOut = random.vector(3 * COUNT);
        double[] expected = new double[3 * COUNT];
        batch.forwardDynamics(COUNT, q, v, inOut, expected);
        batch.forwardDynamics(COUNT, q, v, inOut, inOut);
        assertArrayEquals(expected, inOut);
    }

    @Test
    void noStatesAreAnsweredByNothing() {
        BatchDynamics batch = new BatchDynamics(Kernel.GENERIC.of(new RandomRobot(2).tree(false)));
        double[] none = {};
        batch.inverseDynamics(0, none, none, none, none);
        batch.massMatrix(0, none, none);
    }

    @Test
    void arraysOfAnotherNumberOfStatesAreRefused() {
        RobotModel model = new RandomRobot(3).chain(3, List.of(JointType.REVOLUTE), false);
        BatchDynamics batch = new BatchDynamics(Kernel.COMPILED.of(model));
        double[] right = new double[15];
        double[] wrong = new double[14];
        BadInputException e = assertThrows(BadInputException.class, () -> batch.biasForces(5, right, wrong, right));
        assertEquals("robot 'chain', v", e.place());
        assertEquals("expected 15 numbers (3 x 5 states), found 14", e.problem());
        assertThrows(BadInputException.class, () -> batch.massMatrix(5, right, right));
        assertThrows(BadInputException.class, () -> batch.inverseDynamics(5, right, right, wrong, right));
        assertThrows(BadInputException.class, () -> batch.forwardDynamics(5, right, right, right, wrong));
        assertEquals(
                "robot 'chain', count",
                assertThrows(BadInputException.class, () -> batch.biasForces(-1, right, right, right))
                        .place());
    }

    @Test
    void nothingIsAllocated() {
        RandomRobot random = new RandomRobot(4);
        RobotModel model = random.chain(6, List.of(JointType.REVOLUTE), false);
        BatchDynamics batch = new BatchDynamics(Kernel.COMPILED.of(model));
        double[] q = random.vector(6 * COUNT);
        double[] v = random.vector(6 * COUNT);
        double[] out = new double[6 * COUNT];
        double[] matrices = new double[36 * COUNT];
        Runnable everything = () -> {
            batch.inverseDynamics(COUNT, q, v, v, out);
            batch.forwardDynamics(COUNT, q, v, v, out);
            batch.biasForces(COUNT, q, v, out);
            batch.massMatrix(COUNT, q, matrices);
        };
        everything.run();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1000; i++) {
            everything.run();
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 16_000, allocated + " bytes");
    }
}
