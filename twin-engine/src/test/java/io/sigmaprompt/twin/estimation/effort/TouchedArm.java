package io.sigmaprompt.twin.estimation.effort;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.dynamics.RecursiveNewtonEuler;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.estimation.StateEstimator;
import io.sigmaprompt.twin.session.ThreeJointArm;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.util.Random;
import java.util.function.DoubleFunction;

/**
 * An arm that follows a path exactly, whatever touches it: its drives give what inverse dynamics asks for, less what the
 * touch gives; its sensors are noisy.
 */
final class TouchedArm {
    static final double[] START = {0.3, -0.6, 0.9};
    static final long PERIOD = 2_000_000;

    final RobotModel model;
    final DrivenJoints joints;
    final StateEstimator estimate;
    final MomentumObserver observer;
    private final RecursiveNewtonEuler inverse;
    private final RobotDynamics dynamics;
    private final Random random;
    final double[] q = new double[3];
    final double[] v = new double[3];
    final double[] vdot = new double[3];
    double noise = 1;
    double swing = 0.3;
    long nanos;

    TouchedArm(long seed) {
        this(ThreeJointArm.model(), seed);
    }

    TouchedArm(RobotModel model, long seed) {
        this.model = model;
        joints = new DrivenJoints(model);
        estimate = new StateEstimator(joints, START);
        observer = new MomentumObserver(model, joints, START, MomentumObserverSettings.DEFAULT);
        inverse = new RecursiveNewtonEuler(model);
        dynamics = CompiledDynamics.of(model);
        random = new Random(seed);
    }

    double seconds() {
        return nanos * 1e-9;
    }

    RobotDynamics dynamics() {
        return dynamics;
    }

    /** Runs until a time; {@code touch} gives external torques for the seconds that have passed. */
    void run(double until, DoubleFunction<double[]> touch, Runnable each) {
        while (seconds() < until - 1e-9) {
            nanos += PERIOD;
            move();
            double[] tau = new double[3];
            inverse.inverseDynamics(q, v, vdot, tau);
            double[] external = touch.apply(seconds());
            double[] position = new double[3];
            double[] velocity = new double[3];
            for (int i = 0; i < 3; i++) {
                tau[i] += joints.joint(i).dynamics().loss(v[i])
                        + joints.joint(i).dynamics().armature() * vdot[i]
                        - external[i]
                        + 0.05 * noise * random.nextGaussian();
                position[i] = q[i] + 1e-5 * noise * random.nextGaussian();
                velocity[i] = v[i] + 1e-3 * noise * random.nextGaussian();
            }
            estimate.update(new JointStateFrame("arm", nanos, 0, joints.names(), position, velocity, tau));
            observer.update(estimate);
            each.run();
        }
    }

    private void move() {
        double t = seconds();
        for (int i = 0; i < 3; i++) {
            double omega = 2 + 0.7 * i;
            q[i] = START[i] + swing * StrictMath.sin(omega * t);
            v[i] = swing * omega * StrictMath.cos(omega * t);
            vdot[i] = -swing * omega * omega * StrictMath.sin(omega * t);
        }
    }
}
