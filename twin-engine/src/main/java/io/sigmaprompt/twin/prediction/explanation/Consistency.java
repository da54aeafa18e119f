package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.physics.actuator.servo.ServoGains;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.world.RobotSimulation;
import io.sigmaprompt.physics.world.SimulationSettings;
import io.sigmaprompt.twin.prediction.ReferenceHistory;

/**
 * What a sound robot that is as its model says cannot contradict: its body's law (effort and motion), its servos' law
 * (effort, motion and command). Allocates nothing after construction; one thread at a time.
 */
final class Consistency {
    /** Around this speed, rad/s or m/s, friction changes its sign. */
    private static final double SIGN_WIDTH = 5e-3;

    /** The robot's servos are taken to run at 1 kHz: what they applied last they decided on that long ago. */
    private static final double SERVO_SECONDS = 0.001;

    private static final long SERVO_NANOS = 1_000_000;

    final DrivenJoints joints;
    final int n;
    final RobotModel model;
    final RobotDynamics dynamics;
    final ServoGains[] gains;
    final double[] effortLimit;
    /** Inertia that each servo was tuned for, kg m² or kg. */
    final double[] inertia;

    final boolean feedForward;
    private final RobotSimulation servos;
    private final double[] start;
    private final double[] q;
    private final double[] v;
    private final double[] vdot;
    private final double[] tau;

    Consistency(RobotModel model, SimulationSettings settings, double[] start) {
        this.model = model;
        this.start = start.clone();
        joints = new DrivenJoints(model);
        n = joints.count();
        servos = new RobotSimulation(model, settings);
        dynamics = servos.dynamics();
        feedForward = settings.biasCompensation();
        servos.reset(start, new double[model.nv()]);
        gains = new ServoGains[n];
        effortLimit = new double[n];
        inertia = new double[n];
        for (int i = 0; i < n; i++) {
            gains[i] = servos.gains(i);
            inertia[i] = gains[i].kp() / Math.max(1e-9, settings.servoFrequency() * settings.servoFrequency());
            double limit = joints.joint(i).limits().effort();
            effortLimit[i] = limit > 0 ? limit : Double.POSITIVE_INFINITY;
        }
        q = start.clone();
        v = new double[model.nv()];
        vdot = new double[model.nv()];
        tau = new double[model.nv()];
        dynamics.inverseDynamics(q, v, vdot, tau);
    }

    /**
     * Effort that the model needs for a motion, losses included.
     *
     * @param out Modified. one entry a driven joint
     */
    void bodyEffort(double[] position, double[] velocity, double[] acceleration, double[] out) {
        scatter(position, velocity, acceleration);
        dynamics.inverseDynamics(q, v, vdot, tau);
        joints.gatherEffort(tau, out);
        for (int i = 0; i < n; i++) {
            JointDynamics losses = joints.joint(i).dynamics();
            out[i] += losses.armature() * acceleration[i]
                    + losses.damping() * velocity[i]
                    + losses.friction() * direction(velocity[i]);
        }
    }

    /** The sign of a velocity, smooth around rest. */
    static double direction(double velocity) {
        return velocity / Math.sqrt(velocity * velocity + SIGN_WIDTH * SIGN_WIDTH);
    }

    /**
     * How little the direction of friction is known at a velocity: 1 at rest, where friction is anything up to its
     * greatest, and nearly 0 in motion.
     */
    static double stiction(double velocity) {
        double d = direction(velocity);
        return 1 - d * d;
    }

    /**
     * Effort that the servos ask for, were there no limit, at a measured state under the references of {@code nanos}.
     *
     * @param out Modified. one entry a driven joint
     */
    void servoEffort(
            ReferenceHistory references, int back, long nanos, double[] position, double[] velocity, double[] out) {
        references.evaluate(back, nanos - SERVO_NANOS);
        for (int i = 0; i < n; i++) {
            servos.setDrive(i, position[i], velocity[i]);
            servos.commandPosition(
                    i,
                    references.position()[i],
                    references.velocity()[i],
                    references.acceleration()[i]);
        }
        servos.demand(SERVO_SECONDS, out);
    }

    /** When the servos decided on what they applied until {@code nanos}. */
    static long decided(long nanos) {
        return nanos - SERVO_NANOS;
    }

    /** Inertial effort of an acceleration alone, gravity and velocity products left out. */
    void inertialEffort(double[] position, double[] acceleration, double[] still, double[] out, double[] spare) {
        scatter(position, still, acceleration);
        dynamics.inverseDynamics(q, v, vdot, tau);
        joints.gatherEffort(tau, out);
        scatter(position, still, still);
        dynamics.inverseDynamics(q, v, vdot, tau);
        joints.gatherEffort(tau, spare);
        for (int i = 0; i < n; i++) {
            out[i] += joints.joint(i).dynamics().armature() * acceleration[i] - spare[i];
        }
    }

    /** Writes the state's full configuration, rates and accelerations to {@link #q()}, {@link #v()}, {@link #vdot()}. */
    void scatter(double[] position, double[] velocity, double[] acceleration) {
        System.arraycopy(start, 0, q, 0, q.length);
        joints.scatterPosition(position, q);
        joints.scatterVelocity(velocity, v);
        joints.scatterVelocity(acceleration, vdot);
    }

    double[] q() {
        return q;
    }

    double[] v() {
        return v;
    }

    double[] vdot() {
        return vdot;
    }
}
