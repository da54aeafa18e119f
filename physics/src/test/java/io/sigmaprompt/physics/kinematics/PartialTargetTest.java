package io.sigmaprompt.physics.kinematics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.Corpus;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Mimic;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Targets that leave something free, frames that are no links, joints that follow others. */
class PartialTargetTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final PlacedRobot robot = PlacedRobot.of(Corpus.robot("iiwa14"));
    private final Frame hand = robot.frame("iiwa_link_7");
    private final double[] start = {0.1, 0.3, -0.2, -1.2, 0.3, 0.6, 0};

    private double[] solved(IkTarget... targets) {
        IkSolution found = robot.inverse().solve(List.of(targets), start, IkOptions.DEFAULT);
        assertTrue(found.solved(), found.explanation());
        return found.q();
    }

    @Test
    void onlyTheAxesThatCountAreMet() {
        Pose wanted = new Pose(0.4, 9, 0.5, 0, 0, 0, 1);
        double[] q = solved(IkTarget.partial(hand, wanted, new Axes(true, false, true), Axes.NONE));
        Pose reached = robot.pose(q, hand);
        assertEquals(0.4, reached.x(), 1e-9);
        assertEquals(0.5, reached.z(), 1e-9);
    }

    @Test
    void positionAxesAreThoseOfTheWantedPose() {
        // Turned by 30 degrees about z: only the distance along the turned x counts.
        Pose wanted = Pose.fromXyzRpy(0.3, 0.2, 0, 0, 0, Math.PI / 6);
        double[] q = solved(IkTarget.partial(hand, wanted, new Axes(true, false, false), Axes.NONE));
        Pose reached = robot.pose(q, hand);
        double along = (reached.x() - 0.3) * StrictMath.cos(Math.PI / 6) + (reached.y() - 0.2) * 0.5;
        assertEquals(0, along, 1e-9);
    }

    @Test
    void aToolPointsWhereItShallWhileItIsWhereItShallBe() {
        Random random = new Random(8);
        Frame tool = new Frame("tool", hand.link(), Pose.fromXyzRpy(0.05, 0, 0.2, 0.3, 0.8, 0));
        for (int k = 0; k < 30; k++) {
            Vec3 axis = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
            Pose reachable = robot.pose(robot.draw(random), tool);
            Vec3 direction = turned(reachable, axis);
            double[] q = solved(
                    IkTarget.position(tool, new Vec3(reachable.x(), reachable.y(), reachable.z())),
                    IkTarget.pointing(tool, axis, new Vec3(3 * direction.x(), 3 * direction.y(), 3 * direction.z())));
            Vec3 now = turned(robot.pose(q, tool), axis);
            assertEquals(direction.x(), now.x(), 2e-9 * axis.norm());
            assertEquals(direction.y(), now.y(), 2e-9 * axis.norm());
            assertEquals(direction.z(), now.z(), 2e-9 * axis.norm());
        }
    }

    @Test
    void pointingTheOppositeWayIsFoundToo() {
        double[] q0 = start.clone();
        Vec3 z = turned(robot.pose(q0, hand), new Vec3(0, 0, 1));
        double[] q = solved(IkTarget.pointing(hand, new Vec3(0, 0, 1), new Vec3(-z.x(), -z.y(), -z.z())));
        assertEquals(-z.x(), turned(robot.pose(q, hand), new Vec3(0, 0, 1)).x(), 1e-8);
    }

    @Test
    void aTwistAloneCanBeTakenOut() {
        double[] q = solved(IkTarget.partial(hand, Pose.IDENTITY, Axes.NONE, new Axes(false, false, true)));
        Pose reached = robot.pose(q, hand);
        assertEquals(0, reached.qz() / reached.qw(), 1e-9);
    }

    @Test
    void orientationAloneIsMetWhereverTheHandIs() {
        Pose wanted = Pose.fromXyzRpy(7, 7, 7, 0.4, -0.9, 2);
        double[] q = solved(IkTarget.orientation(hand, wanted));
        assertEquals(0, PlacedRobot.angle(wanted, robot.pose(q, hand)), 1.1e-9);
    }

    @Test
    void whereNotAllCanBeMetWeightsDecide() {
        Vec3 here = new Vec3(0.5, 0, 0.5);
        Vec3 there = new Vec3(0.5, 0.2, 0.5);
        for (double weight : new double[] {1, 9}) {
            IkSolution found = robot.inverse()
                    .solve(
                            List.of(IkTarget.position(hand, here).withWeight(weight), IkTarget.position(hand, there)),
                            start,
                            IkOptions.DEFAULT.withBudget(100, 5));
            assertEquals(IkSolution.Outcome.OUT_OF_REACH, found.outcome());
            assertEquals(0.2 / (1 + weight), found.residuals().get(0).position(), 1e-6);
            assertEquals(0.2 * weight / (1 + weight), found.residuals().get(1).position(), 1e-6);
        }
    }

    @Test
    void followersFollowAndTheirLimitsHoldTheirLeader() {
        RobotModel gripper = gripper(-0.5);
        PlacedRobot placed = PlacedRobot.of(gripper);
        Frame right = placed.frame("right");
        IkSolution found = placed.inverse()
                .solve(IkTarget.position(right, new Vec3(-0.01, 0, 0)), new double[2], IkOptions.DEFAULT);
        assertTrue(found.solved(), found.explanation());
        assertEquals(0.02, found.q()[0], 1e-9);
        assertEquals(-0.5 * found.q()[0], found.q()[1], 0.0);
        // The follower may go to -0.03, so that its leader, who could go to 0.1, ends at 0.06.
        IkSolution held = placed.inverse()
                .solve(IkTarget.position(right, new Vec3(-0.05, 0, 0)), new double[2], IkOptions.DEFAULT);
        assertEquals(IkSolution.Outcome.LIMITED, held.outcome());
        assertEquals("a", held.activeLimits().getFirst().joint());
        assertEquals(0.06, held.q()[0], 1e-12);
        assertEquals(0.02, held.residuals().getFirst().position(), 1e-9);
    }

    private static RobotModel gripper(double multiplier) {
        return new RobotModel(
                "gripper",
                false,
                List.of(PlacedRobot.link("palm"), PlacedRobot.link("left"), PlacedRobot.link("right")),
                List.of(
                        finger("a", "left", new JointLimits(0, 0.1, INFINITY, INFINITY), false, multiplier),
                        finger("b", "right", new JointLimits(-0.03, 0.1, INFINITY, INFINITY), true, multiplier)));
    }

    private static Joint finger(String name, String child, JointLimits limits, boolean follows, double multiplier) {
        return new Joint(
                name,
                JointType.PRISMATIC,
                "palm",
                child,
                Pose.IDENTITY,
                new Vec3(1, 0, 0),
                limits,
                JointDynamics.NONE,
                follows ? new Mimic("a", multiplier, 0) : null);
    }

    @Test
    void anEndlessJointDoesNotWindUp() {
        RobotModel wheel = new RobotModel(
                "wheel",
                false,
                List.of(PlacedRobot.link("base"), PlacedRobot.link("rim")),
                List.of(new Joint(
                        "axle",
                        JointType.CONTINUOUS,
                        "base",
                        "rim",
                        Pose.IDENTITY,
                        new Vec3(0, 0, 1),
                        JointLimits.NONE,
                        JointDynamics.NONE,
                        null)));
        PlacedRobot placed = PlacedRobot.of(wheel);
        IkSolution found = placed.inverse()
                .solve(
                        IkTarget.orientation(placed.frame("rim"), Pose.fromXyzRpy(0, 0, 0, 0, 0, -3)),
                        new double[] {100},
                        IkOptions.DEFAULT);
        assertTrue(found.solved());
        assertTrue(Math.abs(found.q()[0] - 100) <= Math.PI, "" + found.q()[0]);
    }

    private static Vec3 turned(Pose pose, Vec3 a) {
        double[] r = pose.rotation();
        return new Vec3(
                r[0] * a.x() + r[1] * a.y() + r[2] * a.z(),
                r[3] * a.x() + r[4] * a.y() + r[5] * a.z(),
                r[6] * a.x() + r[7] * a.y() + r[8] * a.z());
    }
}
