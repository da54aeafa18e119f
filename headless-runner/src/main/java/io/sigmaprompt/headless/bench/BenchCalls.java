package io.sigmaprompt.headless.bench;

import com.sun.management.ThreadMXBean;
import io.sigmaprompt.headless.dynamics.Kernel;
import io.sigmaprompt.headless.dynamics.State;
import io.sigmaprompt.physics.dynamics.Gravity;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.RobotModel;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;

/** The calls that are measured, each in the next of a robot's states, with room for all their answers. */
final class BenchCalls {
    private static final int POSE = 12;
    private static final int COUNTS = 5;
    private static final int CALLS_A_COUNT = 40;

    private final RobotDynamics dynamics;
    private final Frame last;
    private final double[][] q;
    private final double[][] v;
    private final double[][] a;
    private final double[][] tau;
    private final double[] vector;
    private final double[] matrix;
    private final double[] second;
    private final double[] third;
    private final double[] jacobian;
    private final double[] poses;
    private final double[] regressor;
    private int next;

    /** For complete states. */
    BenchCalls(Kernel kernel, RobotModel model, List<State> states) {
        dynamics = kernel.of(model, Gravity.STANDARD);
        last = Frame.of(model, model.links().getLast().name());
        q = states.stream().map(State::q).toArray(double[][]::new);
        v = states.stream().map(each -> Objects.requireNonNull(each.v())).toArray(double[][]::new);
        a = states.stream().map(each -> Objects.requireNonNull(each.a())).toArray(double[][]::new);
        tau = states.stream().map(each -> Objects.requireNonNull(each.tau())).toArray(double[][]::new);
        int nv = model.nv();
        vector = new double[nv];
        matrix = new double[nv * nv];
        second = new double[nv * nv];
        third = new double[nv * nv];
        jacobian = new double[6 * nv];
        poses = new double[POSE * model.links().size()];
        regressor = new double[nv * dynamics.parameterCount()];
    }

    RobotDynamics dynamics() {
        return dynamics;
    }

    /** One call by name, for a look whether the robot allows it at all. */
    double[] call(Algorithm algorithm) {
        return switch (algorithm) {
            case RNEA -> rnea();
            case ABA -> aba();
            case CRBA -> crba();
            case CRBA_FACTOR -> crbaFactor();
            case KINEMATICS_JACOBIAN -> kinematicsJacobian();
            case BIAS -> bias();
            case CENTROIDAL -> centroidal();
            case RNEA_DERIVATIVES -> rneaDerivatives();
            case ABA_DERIVATIVES -> abaDerivatives();
            case REGRESSOR -> regressor();
        };
    }

    /** Bytes that this thread allocates in a call: the least of several counts, for what is loaded late is no call's. */
    double allocation(Algorithm algorithm) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int count = 0; count < COUNTS; count++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS_A_COUNT; i++) {
                call(algorithm);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return (double) least / CALLS_A_COUNT;
    }

    private int turn() {
        int now = next;
        next = now + 1 == q.length ? 0 : now + 1;
        return now;
    }

    double[] rnea() {
        int i = turn();
        dynamics.inverseDynamics(q[i], v[i], a[i], vector);
        return vector;
    }

    double[] aba() {
        int i = turn();
        dynamics.forwardDynamics(q[i], v[i], tau[i], vector);
        return vector;
    }

    double[] crba() {
        dynamics.massMatrix(q[turn()], matrix);
        return matrix;
    }

    double[] crbaFactor() {
        dynamics.massMatrix(q[turn()], matrix);
        dynamics.factor(matrix);
        return matrix;
    }

    double[] kinematicsJacobian() {
        int i = turn();
        dynamics.linkPoses(q[i], poses);
        dynamics.frameJacobian(q[i], last, jacobian);
        return jacobian;
    }

    double[] bias() {
        int i = turn();
        dynamics.biasForces(q[i], v[i], vector);
        return vector;
    }

    double[] centroidal() {
        dynamics.centroidalMomentumMatrix(q[turn()], jacobian);
        return jacobian;
    }

    double[] rneaDerivatives() {
        int i = turn();
        dynamics.inverseDynamicsDerivatives(q[i], v[i], a[i], matrix, second);
        return matrix;
    }

    double[] abaDerivatives() {
        int i = turn();
        dynamics.forwardDynamicsDerivatives(q[i], v[i], tau[i], vector, matrix, second, third);
        return matrix;
    }

    double[] regressor() {
        int i = turn();
        dynamics.regressor(q[i], v[i], a[i], regressor);
        return regressor;
    }
}
