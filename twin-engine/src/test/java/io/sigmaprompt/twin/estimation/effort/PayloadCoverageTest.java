package io.sigmaprompt.twin.estimation.effort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.urdf.UrdfReader;
import io.sigmaprompt.physics.world.SimulationSettings;
import io.sigmaprompt.twin.estimation.StateEstimator;
import io.sigmaprompt.twin.session.ThreeJointArm;
import io.sigmaprompt.twin.simulation.HiddenTruth;
import io.sigmaprompt.twin.simulation.SimulatedRobot;
import io.sigmaprompt.twin.simulation.TrajectoryPoint;
import io.sigmaprompt.twin.simulation.TruthDraw;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Loads that neither the twin nor the robot's controller knows, drawn by seed, each on a motion of its own with noise of its
 * own: their mass and centre lie within their stated intervals.
 */
class PayloadCoverageTest {
    private static final double[] NONE = {};
    private static final double NORMAL_95 = 1.959964;

    /** How 100 draws fared. */
    private static final class Tally {
        int draws;
        int excited;
        int within;
        int centres;
        int centresWithin;
        double squares;
        double error;
        double stated;

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "mass %d of %d within, centre %d of %d, excited %d, rms error %.4f kg, stated %.4f kg, ratio %.2f",
                    within,
                    draws,
                    centresWithin,
                    centres,
                    excited,
                    Math.sqrt(error / draws),
                    Math.sqrt(stated / draws),
                    Math.sqrt(squares / draws));
        }
    }

    private static RobotModel industrial() {
        return UrdfReader.read(Path.of("..", "scenarios", "library", "robots", "industrial-arm", "industrial-arm.urdf"))
                .model();
    }

    /** The model whose last moving link carries a cube. */
    private static RobotModel carrying(RobotModel model, int link, double mass, Vec3 centre, double side) {
        List<Link> links = new ArrayList<>(model.links());
        Inertia own = links.get(link).inertia();
        double all = own.mass() + mass;
        Vec3 com = new Vec3(
                (own.mass() * own.com().x() + mass * centre.x()) / all,
                (own.mass() * own.com().y() + mass * centre.y()) / all,
                (own.mass() * own.com().z() + mass * centre.z()) / all);
        double[] sum = {own.ixx(), own.ixy(), own.ixz(), own.iyy(), own.iyz(), own.izz()};
        double cube = mass * side * side / 6;
        sum[0] += cube;
        sum[3] += cube;
        sum[5] += cube;
        move(sum, own.mass(), own.com(), com);
        move(sum, mass, centre, com);
        Inertia both = new Inertia(all, com, sum[0], sum[1], sum[2], sum[3], sum[4], sum[5]);
        links.set(
                link,
                new Link(
                        links.get(link).name(),
                        both,
                        links.get(link).visuals(),
                        links.get(link).collisions()));
        return new RobotModel(model.name(), model.floatingBase(), links, model.joints());
    }

    private static void move(double[] sum, double mass, Vec3 at, Vec3 com) {
        double x = at.x() - com.x();
        double y = at.y() - com.y();
        double z = at.z() - com.z();
        double[] steiner = {y * y + z * z, -x * y, -x * z, x * x + z * z, -y * z, x * x + y * y};
        for (int i = 0; i < 6; i++) {
            sum[i] += mass * steiner[i];
        }
    }

    private static void draw(RobotModel model, String linkName, double most, long seed, Tally tally) {
        TruthDraw draw = new TruthDraw(seed);
        int link = model.linkIndex(linkName);
        double mass = draw.between(0.3, most);
        Vec3 centre = new Vec3(draw.between(-0.08, 0.08), draw.between(-0.08, 0.08), draw.between(0.02, 0.25));
        RobotModel truth = carrying(model, link, mass, centre, draw.between(0.03, 0.15));
        DrivenJoints joints = new DrivenJoints(model);
        double[] start = model.neutral();
        double[] first = new double[joints.count()];
        for (int i = 0; i < first.length; i++) {
            first[i] = at(joints.joint(i).limits(), draw.between(-0.5, 0.5));
            start[model.qIndex(model.jointIndex(joints.names().get(i)))] = first[i];
        }
        long[] periods = {2_000_000, 4_000_000, 8_000_000};
        SimulatedRobot robot = new SimulatedRobot(new VirtualRobot(
                "robot",
                model,
                start,
                SimulationSettings.DEFAULT,
                periods[(int) draw.between(0, 2.999)],
                seed,
                draw.between(1e-6, 1e-4),
                draw.between(5e-4, 5e-3),
                draw.between(2e-4, 4e-3),
                new HiddenTruth(truth, 0, 0, 0, List.of())));
        follow(robot, joints, draw, first);
        StateEstimator estimate = new StateEstimator(joints, first);
        PayloadEstimator payload = new PayloadEstimator(model, joints, start, linkName);
        while (robot.nanos() < 10_000_000_000L) {
            robot.step();
            if (robot.telemetryDue()) {
                JointStateFrame frame = robot.jointState(robot.nanos());
                estimate.update(frame);
                payload.update(estimate);
            }
        }
        count(payload, mass, centre, tally);
    }

    private static void count(PayloadEstimator payload, double mass, Vec3 centre, Tally tally) {
        tally.draws++;
        double error = payload.mass() - mass;
        double sigma = payload.massDeviation();
        tally.excited += payload.excited() ? 1 : 0;
        tally.within += Math.abs(error) <= NORMAL_95 * sigma ? 1 : 0;
        tally.squares += error * error / (sigma * sigma);
        tally.error += error * error;
        tally.stated += sigma * sigma;
        double[] true3 = {centre.x(), centre.y(), centre.z()};
        for (int i = 0; i < 3; i++) {
            if (!Double.isNaN(payload.centre(i))) {
                tally.centres++;
                tally.centresWithin +=
                        Math.abs(payload.centre(i) - true3[i]) <= NORMAL_95 * payload.centreDeviation(i) ? 1 : 0;
            }
        }
    }

    private static double at(JointLimits limits, double share) {
        double low = Math.max(-2.5, limits.lower());
        double high = Math.min(2.5, limits.upper());
        return 0.5 * (low + high) + 0.5 * (high - low) * share;
    }

    private static void follow(SimulatedRobot robot, DrivenJoints joints, TruthDraw draw, double[] first) {
        List<TrajectoryPoint> points = new ArrayList<>();
        double[] last = first;
        long time = 0;
        for (int leg = 0; leg < 12; leg++) {
            double seconds = draw.between(0.7, 1.3);
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

    @ParameterizedTest
    @ValueSource(longs = {5000, 15000})
    void massAndCentreOfALoadLieWithinTheirIntervalsInNineOfTenDraws(long seed) {
        Tally three = new Tally();
        Tally six = new Tally();
        RobotModel arm = ThreeJointArm.model();
        RobotModel industrial = industrial();
        for (int i = 0; i < 100; i++) {
            draw(arm, "fore", 5, seed + i, three);
            draw(industrial, ToolLink.of(industrial), 8, seed + 1000 + i, six);
        }
        assertHonest(three);
        assertHonest(six);
    }

    private static void assertHonest(Tally t) {
        String told = t.toString();
        assertEquals(100, t.excited, told);
        assertTrue(t.within >= 90, told);
        assertTrue(t.centresWithin >= 270, told);
        // An interval that is far too wide is as little worth as one that is too narrow.
        double ratio = Math.sqrt(t.squares / t.draws);
        assertTrue(ratio > 0.4 && ratio < 1.25, told);
        assertTrue(Math.sqrt(t.error / t.draws) < 0.02, told);
    }
}
