package io.sigmaprompt.headless.bench.mirror;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.SplitMix64;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.util.List;

/**
 * What a healthy robot says while its joints swing: positions with the noise of encoders, velocities, and the efforts that
 * its model needs. Computed beforehand and played in a circle, so that frames cost nothing while others are measured.
 */
final class MotionTape {
    private static final double PERIOD = 4;
    private static final double AMPLITUDE = 0.4;
    private static final double NOISE = 1e-5;

    private final List<String> names;
    private final double[][] position;
    private final double[][] measured;
    private final double[][] velocity;
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
        acceleration = new double[frames][n];
        effort = new double[frames][n];
        SplitMix64 random = new SplitMix64(seed);
        RobotDynamics dynamics = CompiledDynamics.of(model);
        for (int k = 0; k < frames; k++) {
            for (int j = 0; j < n; j++) {
                double omega = 2 * Math.PI / PERIOD * (1 + j % 3);
                double angle = omega * k / rate + j;
                position[k][j] = AMPLITUDE * Math.sin(angle);
                velocity[k][j] = AMPLITUDE * omega * Math.cos(angle);
                acceleration[k][j] = -omega * omega * position[k][j];
                measured[k][j] = position[k][j] + NOISE * random.symmetric();
            }
            dynamics.inverseDynamics(position[k], velocity[k], acceleration[k], effort[k]);
            for (int j = 0; j < n; j++) {
                var losses = model.joints().get(j).dynamics();
                effort[k][j] += losses.damping() * velocity[k][j] + losses.friction() * Math.signum(velocity[k][j]);
            }
        }
    }

    /** Where the motion begins. */
    double[] start() {
        return position[0].clone();
    }

    /** The joint states of a time, nanoseconds; the arrays are the tape's own. */
    JointStateFrame state(String robot, long sourceNanos, long receiveNanos) {
        int k = index(sourceNanos);
        return new JointStateFrame(robot, sourceNanos, receiveNanos, names, measured[k], velocity[k], effort[k]);
    }

    /** What was commanded at a time. */
    JointReferenceFrame reference(String robot, long sourceNanos, long receiveNanos) {
        int k = index(sourceNanos);
        return new JointReferenceFrame(
                robot, sourceNanos, receiveNanos, names, position[k], velocity[k], acceleration[k]);
    }

    private int index(long nanos) {
        return (int) (Math.round(nanos * 1e-9 * rate) % position.length);
    }
}
