package io.sigmaprompt.twin.maintenance.health;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.estimation.EffortResidual;
import io.sigmaprompt.twin.estimation.StateEstimator;
import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.record.HealthIndicatorRecord;
import io.sigmaprompt.twin.record.HealthIndicatorRecord.Indicator;
import io.sigmaprompt.twin.record.HealthIndicatorRecord.Kind;
import io.sigmaprompt.twin.session.ThreeJointArm;
import io.sigmaprompt.twin.simulation.SimulatedRobot;
import io.sigmaprompt.twin.simulation.TrajectoryPoint;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import io.sigmaprompt.twin.telemetry.ChannelFrame;
import io.sigmaprompt.twin.telemetry.CurrentFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.TemperatureFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Lets an arm of known wear work for a while, under our own physics, and asks how its joints fare. */
final class WearTrial {
    /** A/(N m) of a sound drive. */
    static final double CURRENT = 0.08;

    /** Thermal resistance of a sound drive, K/A², and how slowly it warms, s. */
    static final double RESISTANCE = 6;

    static final double LAG = 40;
    static final int ELBOW = 2;

    private final DrivenJoints joints = new DrivenJoints(ThreeJointArm.model());
    private final SplittableRandom random;
    private final SimulatedRobot robot;
    private final StateEstimator estimate;
    private final EffortResidual residual;
    private HealthWatch health = new HealthWatch("arm", joints, HealthSettings.DEFAULT);

    double friction = 1;
    double gain = 1;
    double resistance = RESISTANCE;
    double backlash;
    double ambient = 296;
    boolean currents;
    boolean temperatures;
    boolean ambientTold;
    boolean motors;
    boolean broken;

    WearTrial(long seed) {
        random = new SplittableRandom(seed);
        VirtualRobot b = ThreeJointArm.body();
        VirtualRobot body = new VirtualRobot(
                b.name(),
                b.model(),
                b.initialPosition(),
                b.settings(),
                b.telemetryNanos(),
                seed,
                b.positionNoise(),
                b.velocityNoise(),
                b.effortNoise(),
                b.truth());
        robot = new SimulatedRobot(body);
        double[] start = b.initialPosition();
        estimate = new StateEstimator(joints, start);
        residual = new EffortResidual(b.model(), joints, start);
    }

    /** Works for so long, s. */
    HealthIndicatorRecord work(double seconds) {
        robot.inject(new Fault(Fault.Kind.FRICTION, "elbow", friction, 0));
        move(seconds);
        double[] warmth = new double[joints.count()];
        double[] heat = new double[joints.count()];
        long ticks = Math.round(seconds / Tick.SECONDS);
        for (long tick = 1; tick <= ticks; tick++) {
            robot.step();
            if (!robot.telemetryDue()) {
                continue;
            }
            JointStateFrame frame = robot.jointState(robot.nanos());
            double[] amperes = new double[joints.count()];
            double[] motor = new double[joints.count()];
            for (int i = 0; i < amperes.length; i++) {
                double worn = i == ELBOW ? gain : 1;
                amperes[i] = frame.effort()[i] * CURRENT / worn + 0.02 * noise();
                double squared = amperes[i] * amperes[i];
                double target = (i == ELBOW ? resistance : RESISTANCE) * squared;
                warmth[i] += (target - warmth[i]) * 0.008 / LAG;
                heat[i] = ambient + warmth[i] + 0.1 * noise();
                double load = residual.computed() ? residual.needed()[i] : 0;
                double play = i == ELBOW ? backlash / 2 * Math.signum(load) : 0;
                motor[i] = frame.position()[i] + play + load * 2e-5 + 2e-5 * noise();
            }
            long now = robot.nanos();
            if (currents) {
                health.take(new CurrentFrame("arm", now, now, joints.names(), amperes));
            }
            if (motors) {
                health.take(new ChannelFrame("arm", now, now, "/arm/motor_position", "rad", joints.names(), motor));
            }
            if (temperatures && tick % 200 == 0) {
                health.take(new TemperatureFrame("arm", now, now, joints.names(), heat.clone()));
                if (ambientTold) {
                    health.take(new TemperatureFrame("arm", now, now, List.of("ambient"), new double[] {ambient}));
                }
            }
            estimate.update(frame);
            residual.update(estimate);
            health.look(residual, estimate.position());
            if (broken && tick % 7 == 0) {
                CanonicalOutput out = new CanonicalOutput();
                health.save(out);
                health = new HealthWatch("arm", joints, HealthSettings.DEFAULT);
                health.restore(new CanonicalInput(out.toByteArray()));
            }
        }
        return health.tell(robot.nanos());
    }

    /** Legs between drawn poses, some with a rest behind. */
    private void move(double seconds) {
        List<TrajectoryPoint> points = new ArrayList<>();
        long at = 0;
        while (at < seconds * 1e9) {
            double[] pose = {random.nextDouble(-1.2, 1.2), random.nextDouble(-1.2, 0.4), random.nextDouble(-1.2, 1.6)};
            at += (long) (random.nextDouble(0.8, 2) * 1e9);
            points.add(new TrajectoryPoint(at, pose, new double[3], new double[3]));
            if (random.nextInt(3) == 0) {
                at += (long) (random.nextDouble(0.3, 3) * 1e9);
                points.add(new TrajectoryPoint(at, pose, new double[3], new double[3]));
            }
        }
        robot.followTrajectory(joints.names(), points);
    }

    private double noise() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    static Indicator elbow(HealthIndicatorRecord record, Kind kind) {
        return record.joints().get(ELBOW).indicator(kind);
    }
}
