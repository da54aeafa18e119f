package io.sigmaprompt.headless.bench.mirror;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.SplitMix64;
import io.sigmaprompt.physics.world.Integrator;
import io.sigmaprompt.physics.world.RobotSimulation;
import io.sigmaprompt.physics.world.SimulationSettings;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.util.List;

/**
 * What a healthy robot says while its joints swing under its own servos: positions, velocities and efforts with
 * the noise of sensors. Simulated beforehand and played in a circle, so that frames cost nothing while others are measured.
 */
public final class MotionTape {
    private static final double PERIOD = 4;
    private static final double AMPLITUDE = 0.4;
    private static final double POSITION_NOISE = 1e-5;
    private static final double VELOCITY_NOISE = 1e-3;
    /** Of each joint's effort limit. */
    private static final double EFFORT_NOISE = 1e-3;

    private static final double STEP = 1e-3;
    /** Positions and velocities of one moment: the robot's sensors are not to contradict each other. */
    private static final SimulationSettings TRUE_TO_TIME = new SimulationSettings(
            Integrator.RUNGE_KUTTA_4,
            SimulationSettings.DEFAULT.gravity(),
            SimulationSettings.DEFAULT.servoFrequency(),
            SimulationSettings.DEFAULT.servoDamping(),
            SimulationSettings.DEFAULT.biasCompensation());

    private final List<String> names;
    private final double[][] position;
    private final double[][] measured;
    private final double[][] velocity;
    private final double[][] commandedVelocity;
    private final double[][] acceleration;
    private final double[][] effort;
    private final double rate;

    /** A tape of so many frames a second. */
    MotionTape(RobotModel model, int rate, long seed) {
        this.rate = rate;
        names = List.copyOf(model.joints().stream().map(joint -> joint.name()).toList());
        int frames = (int) (PERIOD * rate);
        int n = names.size();
        position = new double[frames][n];
        measured = new double[frames][n];
        velocity = new double[frames][n];
        commandedVelocity = new double[frames][n];
        acceleration = new double[frames][n];
        effort = new double[frames][n];
        for (int k = 0; k < frames; k++) {
            command(k / (double) rate, position[k], commandedVelocity[k], acceleration[k]);
        }
        record(new RobotSimulation(model, TRUE_TO_TIME), new SplitMix64(seed));
    }

    private static void command(double t, double[] q, double[] v, double[] a) {
        for (int j = 0; j < q.length; j++) {
            double omega = 2 * Math.PI / PERIOD * (1 + j % 3);
            double angle = omega * t + j;
            q[j] = AMPLITUDE * Math.sin(angle);
            v[j] = AMPLITUDE * omega * Math.cos(angle);
            a[j] = -omega * omega * q[j];
        }
    }

    /** The second time round, when nothing is left of how it began. */
    private void record(RobotSimulation robot, SplitMix64 random) {
        int n = names.size();
        double[] q = new double[n];
        double[] v = new double[n];
        double[] a = new double[n];
        command(0, q, v, a);
        robot.reset(q, v);
        int steps = (int) Math.rint(PERIOD / STEP);
        for (int step = 0, next = 0; step < 2 * steps; step++) {
            double t = step * STEP;
            for (; next < position.length && PERIOD + next / rate <= t + 0.5 * STEP; next++) {
                for (int j = 0; j < n; j++) {
                    measured[next][j] = robot.position(j) + POSITION_NOISE * random.symmetric();
                    velocity[next][j] = robot.velocity(j) + VELOCITY_NOISE * random.symmetric();
                    double limit = robot.model().joints().get(j).limits().effort();
                    effort[next][j] = robot.effort(j) + EFFORT_NOISE * limit * random.symmetric();
                }
            }
            command(t, q, v, a);
            for (int j = 0; j < n; j++) {
                robot.commandPosition(j, q[j], v[j], a[j]);
            }
            robot.step(STEP);
        }
    }

    /** Where the motion begins. */
    double[] start() {
        return position[0].clone();
    }

    /** The joint states of a time, nanoseconds; the arrays are the tape's own. */
    public JointStateFrame state(String robot, long sourceNanos, long receiveNanos) {
        int k = index(sourceNanos);
        return new JointStateFrame(robot, sourceNanos, receiveNanos, names, measured[k], velocity[k], effort[k]);
    }

    /** What was commanded at a time. */
    public JointReferenceFrame reference(String robot, long sourceNanos, long receiveNanos) {
        int k = index(sourceNanos);
        return new JointReferenceFrame(
                robot, sourceNanos, receiveNanos, names, position[k], commandedVelocity[k], acceleration[k]);
    }

    private int index(long nanos) {
        return (int) (Math.round(nanos * 1e-9 * rate) % position.length);
    }
}
