package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.world.SimulationSettings;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.estimation.StateEstimator;
import io.sigmaprompt.twin.prediction.Ghost;
import io.sigmaprompt.twin.prediction.PredictionSettings;
import io.sigmaprompt.twin.record.ExplanationRecord;
import io.sigmaprompt.twin.simulation.HiddenTruth;
import io.sigmaprompt.twin.simulation.SimulatedRobot;
import io.sigmaprompt.twin.simulation.TrajectoryPoint;
import io.sigmaprompt.twin.simulation.TruthDraw;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.util.ArrayList;
import java.util.List;

/** A virtual robot with hidden truth on a random motion, and a twin that has to find out. */
final class TruthTrial {
    private static final double[] NONE = new double[0];
    private static final double POSITION_NOISE = 2e-5;
    private static final double VELOCITY_NOISE = 1e-3;
    private static final double EFFORT_NOISE = 1e-3;

    private final double[] start;
    private final SimulatedRobot robot;
    private final StateEstimator estimate;
    private final Ghost ghost;
    private final Explainer explainer;
    private final List<ExplanationRecord> explanations = new ArrayList<>();
    private final double[] peak;
    private long spentNanos;
    private double silentFrom = Double.POSITIVE_INFINITY;
    private double silentUntil;
    /** By how much velocities are told older than the simulation tells them, seconds. */
    private double older;

    private double fastest;

    TruthTrial(RobotModel model, HiddenTruth truth, long seed) {
        this(model, truth, seed, 1, 1);
    }

    /** A motion that takes its ways so many times as fast, with so many times the noise of sensors. */
    TruthTrial(RobotModel model, HiddenTruth truth, long seed, double pace, double noise) {
        TruthDraw draw = new TruthDraw(seed);
        start = model.neutral();
        DrivenJoints joints = new DrivenJoints(model);
        double[] first = new double[joints.count()];
        for (int i = 0; i < first.length; i++) {
            first[i] = at(joints.joint(i).limits(), draw.between(-0.5, 0.5));
            start[model.qIndex(model.jointIndex(joints.names().get(i)))] = first[i];
        }
        robot = new SimulatedRobot(new VirtualRobot(
                "robot",
                model,
                start,
                SimulationSettings.DEFAULT,
                8_000_000,
                seed,
                noise * POSITION_NOISE,
                noise * VELOCITY_NOISE,
                noise * EFFORT_NOISE,
                truth));
        estimate = new StateEstimator(joints, first);
        ghost = new Ghost(model, SimulationSettings.DEFAULT, start, PredictionSettings.DEFAULT);
        explainer = new Explainer(
                model, SimulationSettings.DEFAULT, start, ghost.references(), ExplanationSettings.DEFAULT);
        peak = new double[first.length];
        move(joints, draw, first, pace);
    }

    private static double at(JointLimits limits, double share) {
        double low = Math.max(-2.5, limits.lower());
        double high = Math.min(2.5, limits.upper());
        return 0.5 * (low + high) + 0.5 * (high - low) * share;
    }

    private void move(DrivenJoints joints, TruthDraw draw, double[] first, double pace) {
        List<TrajectoryPoint> points = new ArrayList<>();
        double[] last = first;
        long time = 0;
        for (int leg = 0; leg < 8 * pace; leg++) {
            double seconds = draw.between(0.7, 1.3) / pace;
            double[] next = new double[last.length];
            for (int i = 0; i < next.length; i++) {
                JointLimits limits = joints.joint(i).limits();
                double reach = 0.35 * seconds * Math.min(limits.velocity(), 2.0);
                double wanted = at(limits, draw.between(-0.7, 0.7));
                next[i] = last[i] + Math.max(-reach, Math.min(reach, wanted - last[i]));
            }
            time += (long) (seconds * 1e9);
            points.add(new TrajectoryPoint(time, next, NONE, NONE));
            last = next;
        }
        robot.followTrajectory(joints.names(), points);
    }

    /** Runs until so many seconds, explaining five times a second. */
    void run(double until) {
        while (robot.nanos() < until * 1e9) {
            robot.step();
            double now = robot.nanos() * 1e-9;
            if (!robot.telemetryDue() || now > silentFrom && now < silentUntil) {
                continue;
            }
            ghost.observe(robot.reference(robot.nanos()));
            JointStateFrame frame = robot.jointState(robot.nanos());
            age(frame.velocity());
            estimate.update(frame);
            for (int i = 0; i < peak.length; i++) {
                peak[i] = robot.nanos() < DrawnFault.START * 1e9 ? 0 : Math.max(peak[i], Math.abs(frame.effort()[i]));
            }
            ghost.observe(estimate);
            explainer.observe(frame);
            if (robot.nanos() % 200_000_000 == 0 && explainer.ready()) {
                long begin = System.nanoTime();
                explanations.add(explainer.explain("robot", robot.nanos()));
                spentNanos += System.nanoTime() - begin;
            }
        }
    }

    private void age(double[] velocity) {
        for (int i = 0; i < velocity.length; i++) {
            double acceleration = robot.simulation().acceleration(i);
            velocity[i] -= older * acceleration;
            fastest = Math.max(fastest, Math.abs(acceleration));
        }
    }

    /** The robot tells velocities that are older by so many seconds, or newer. */
    void tellVelocitiesOlder(double seconds) {
        older = seconds;
    }

    /** Nothing is heard of the robot in between, seconds. */
    void beSilent(double from, double until) {
        silentFrom = from;
        silentUntil = until;
    }

    /** Greatest acceleration of any joint, rad/s². */
    double greatestAcceleration() {
        return fastest;
    }

    double[] start() {
        return start;
    }

    /** Saves what the explainer hangs on: the references and itself. */
    void save(CanonicalOutput out) {
        ghost.references().save(out);
        explainer.save(out);
    }

    ExplanationRecord explain() {
        return explainer.explain("robot", robot.nanos());
    }

    /** Wall time of an explanation. */
    double meanMicroseconds() {
        return spentNanos * 1e-3 / Math.max(1, explanations.size());
    }

    /** Greatest measured effort of a joint since faults begin. */
    double peak(int joint) {
        return peak[joint];
    }

    List<ExplanationRecord> explanations() {
        return explanations;
    }

    ExplanationRecord last() {
        return explanations.getLast();
    }
}
