package io.sigmaprompt.physics.dynamics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.RobotModel;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A kernel that is asked a thousand times a second leaves nothing to collect. */
class AllocationTest {
    private static final int CALLS = 1000;
    /** Bytes; what the virtual machine allocates once, when it compiles, stays far below one of these a call. */
    private static final int SMALLEST_OBJECT = 16;

    @ParameterizedTest
    @EnumSource
    void noMethodAllocates(Kernel kernel) {
        RandomRobot random = new RandomRobot(7);
        RobotModel model = random.tree(true);
        RobotDynamics dynamics = kernel.of(model);
        int nv = model.nv();
        double[] q = random.configuration(model);
        double[] v = random.vector(nv);
        double[] diagonal = new double[nv];
        double[] wrenches = random.vector(6 * model.links().size());
        double[] poses = new double[12 * model.links().size()];
        double[] velocities = new double[6 * model.links().size()];
        double[] out = new double[nv];
        double[] three = new double[3];
        double[] six = new double[6];
        double[] threeRows = new double[3 * nv];
        double[] sixRows = new double[6 * nv];
        double[] matrix = new double[nv * nv];
        double[] byV = new double[nv * nv];
        double[] byTau = new double[nv * nv];
        double[] parameters = new double[dynamics.parameterCount()];
        double[] regressor = new double[nv * parameters.length];
        Frame frame = random.frame(model);
        Runnable everything = () -> {
            dynamics.linkPoses(q, poses);
            dynamics.linkVelocities(q, v, velocities);
            dynamics.frameJacobian(q, frame, sixRows);
            dynamics.frameBiasAcceleration(q, v, frame, six);
            dynamics.centerOfMass(q, three);
            dynamics.centerOfMassJacobian(q, threeRows);
            dynamics.centroidalMomentum(q, v, six);
            dynamics.centroidalMomentumMatrix(q, sixRows);
            dynamics.kineticEnergy(q, v);
            dynamics.potentialEnergy(q);
            dynamics.inverseDynamics(q, v, v, out);
            dynamics.inverseDynamics(q, v, v, wrenches, out);
            dynamics.biasForces(q, v, out);
            dynamics.gravityForces(q, out);
            dynamics.forwardDynamics(q, v, v, out);
            dynamics.forwardDynamics(q, v, v, wrenches, out);
            dynamics.update(q, v);
            dynamics.solve(v, diagonal, out);
            dynamics.massMatrix(q, matrix);
            dynamics.factor(matrix);
            dynamics.solveFactored(matrix, sixRows, 6);
            dynamics.inverseDynamicsDerivatives(q, v, v, matrix, byV);
            dynamics.forwardDynamicsDerivatives(q, v, v, out, matrix, byV, byTau);
            dynamics.parameters(parameters);
            dynamics.regressor(q, v, v, regressor);
        };
        everything.run();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CALLS; i++) {
            everything.run();
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < CALLS * SMALLEST_OBJECT, allocated + " bytes in " + CALLS + " calls of each");
    }
}
