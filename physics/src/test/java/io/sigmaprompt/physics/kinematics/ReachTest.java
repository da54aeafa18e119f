package io.sigmaprompt.physics.kinematics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.Corpus;
import io.sigmaprompt.physics.kinematics.IkSolution.Outcome;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Where a target is out of reach the answer says by how much and what stands in the way; limits are never passed. */
class ReachTest {
    private static final IkOptions BRIEF = IkOptions.DEFAULT.withBudget(100, 20);

    private static JointLimits limits(double lower, double upper) {
        return new JointLimits(lower, upper, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Test
    void aTargetBeyondAnArmsLengthIsMissedByTheRest() {
        PlacedRobot arm = PlacedRobot.planar(limits(-3, 3), 0.5, 0.4, 0.3);
        Frame tip = arm.frame("tip");
        double[] start = {0.1, 0.4, -0.3};
        for (double beyond : new double[] {1e-6, 1e-3, 0.1, 3}) {
            double r = 1.2 + beyond;
            IkSolution found = arm.inverse().solve(IkTarget.position(tip, new Vec3(0.6 * r, 0.8 * r, 0)), start, BRIEF);
            assertEquals(Outcome.OUT_OF_REACH, found.outcome(), "beyond by " + beyond);
            assertEquals(beyond, found.residuals().getFirst().position(), 1e-9 + 1e-6 * beyond);
            assertTrue(found.activeLimits().isEmpty());
            assertEquals(
                    String.format(Locale.ROOT, "frame 'tip' stays %.4g m from its target; out of reach", beyond),
                    found.explanation());
        }
    }

    @Test
    void aTargetTooNearOrOutOfThePlaneIsMissedByTheGapToTheWorkspace() {
        PlacedRobot arm = PlacedRobot.planar(limits(-3.2, 3.2), 0.7, 0.4);
        Frame tip = arm.frame("tip");
        IkSolution hole =
                arm.inverse().solve(IkTarget.position(tip, new Vec3(0.1, -0.05, 0)), new double[] {0.3, 0.9}, BRIEF);
        assertEquals(
                0.3 - StrictMath.hypot(0.1, 0.05), hole.residuals().getFirst().position(), 1e-7);
        IkSolution above =
                arm.inverse().solve(IkTarget.position(tip, new Vec3(0.6, 0.3, 0.25)), new double[] {0.3, 0.9}, BRIEF);
        assertEquals(0.25, above.residuals().getFirst().position(), 1e-9);
        assertEquals(Outcome.OUT_OF_REACH, above.outcome());
    }

    @Test
    void withLimitsTheNearestPointIsThatOfASearchThroughAllAngles() {
        double lower = -0.8;
        double upper = 1.1;
        PlacedRobot arm = PlacedRobot.planar(limits(lower, upper), 0.5, 0.4);
        Frame tip = arm.frame("tip");
        Random random = new Random(4);
        int limited = 0;
        for (int k = 0; k < 40; k++) {
            double x = 1.4 * (random.nextDouble() - 0.5);
            double y = 1.4 * (random.nextDouble() - 0.5);
            IkSolution found =
                    arm.inverse().solve(IkTarget.position(tip, new Vec3(x, y, 0)), new double[] {0.1, 0.2}, BRIEF);
            int grid = 600;
            double nearest = Double.POSITIVE_INFINITY;
            for (int i = 0; i <= grid; i++) {
                double a = lower + (upper - lower) * i / grid;
                for (int j = 0; j <= grid; j++) {
                    double b = a + lower + (upper - lower) * j / grid;
                    double dx = 0.5 * StrictMath.cos(a) + 0.4 * StrictMath.cos(b) - x;
                    double dy = 0.5 * StrictMath.sin(a) + 0.4 * StrictMath.sin(b) - y;
                    nearest = Math.min(nearest, Math.sqrt(dx * dx + dy * dy));
                }
            }
            assertEquals(nearest, found.residuals().getFirst().position(), 3e-3, "target " + x + ", " + y);
            assertEquals(0, arm.beyondLimits(found.q()));
            if (found.outcome() == Outcome.LIMITED) {
                limited++;
                IkSolution.ActiveLimit limit = found.activeLimits().getFirst();
                assertEquals(limit.upper() ? upper : lower, limit.position(), 1e-9);
                assertTrue(found.explanation().contains("limit of joint '" + limit.joint() + "'"));
            } else {
                assertEquals(nearest < 3e-3, found.solved(), "target " + x + ", " + y + ": " + found.explanation());
            }
        }
        assertTrue(limited > 10, "" + limited);
    }

    @Test
    void noLimitIsEverPassedWhateverIsWanted() {
        Random random = new Random(12);
        for (String name : new String[] {"ur5", "iiwa14", "panda", "g1_29dof"}) {
            PlacedRobot robot = PlacedRobot.of(Corpus.robot(name));
            Frame frame = robot.frame(robot.model().links().getLast().name());
            for (int k = 0; k < 30; k++) {
                Pose wanted = Pose.fromXyzRpy(
                        2 * random.nextGaussian(),
                        2 * random.nextGaussian(),
                        2 * random.nextGaussian(),
                        random.nextGaussian(),
                        random.nextGaussian(),
                        random.nextGaussian());
                double[] start = robot.model().neutral();
                for (int i = robot.model().floatingBase() ? 7 : 0; i < start.length; i++) {
                    start[i] = 20 * random.nextGaussian();
                }
                IkSolution found =
                        robot.inverse().solve(IkTarget.pose(frame, wanted), start, IkOptions.DEFAULT.withBudget(30, 3));
                assertEquals(0, robot.beyondLimits(found.q()), name);
                // What is said to be missing is what is missing.
                Pose reached = robot.pose(found.q(), frame);
                IkSolution.Residual residual = found.residuals().getFirst();
                assertEquals(PlacedRobot.distance(wanted, reached), residual.position(), 1e-12);
                assertEquals(PlacedRobot.angle(wanted, reached), residual.orientation(), 1e-7);
            }
        }
    }

    @Test
    void stretchedOutAnArmNeitherBlowsUpNorSticks() {
        // At rest all of a ur5 lies in one plane, its elbow stretched: singular. Wanted is what the Jacobian cannot
        // give.
        PlacedRobot robot = PlacedRobot.of(Corpus.robot("ur5"));
        Frame tool = robot.frame("tool0");
        double[] stretched = new double[6];
        Pose there = robot.pose(stretched, tool);
        for (double inwards : new double[] {0, 1e-9, 1e-6, 1e-3, 0.05}) {
            Pose wanted =
                    new Pose(there.x() - inwards, there.y(), there.z(), there.qx(), there.qy(), there.qz(), there.qw());
            IkSolution found = robot.inverse().solve(IkTarget.pose(tool, wanted), stretched, IkOptions.DEFAULT);
            assertTrue(found.solved(), inwards + ": " + found.explanation());
            assertEquals(0, PlacedRobot.distance(wanted, robot.pose(found.q(), tool)), 1.001e-9);
        }
    }

    @Test
    void atTheEdgeOfTheWorkspaceStepsStaySmall() {
        // A target that crosses the edge of a planar arm's reach and comes back, each answer the next one's start.
        PlacedRobot arm = PlacedRobot.planar(limits(-3, 3), 0.5, 0.5);
        Frame tip = arm.frame("tip");
        double[] q = {-0.5, 1.0};
        int steps = 0;
        for (int k = 0; k <= 200; k++) {
            double reach = 1.02 - 0.1 * Math.abs(k - 100) / 100;
            IkSolution found = arm.inverse()
                    .solve(
                            IkTarget.position(tip, new Vec3(reach, 0, 0)),
                            q,
                            IkOptions.DEFAULT.withBudget(200, 0).withTolerances(1e-6, 1e-6));
            double missing = Math.max(0, reach - 1);
            assertEquals(missing, found.residuals().getFirst().position(), 1e-5, "reach " + reach);
            double[] next = found.q();
            for (int i = 0; i < 2; i++) {
                assertTrue(Math.abs(next[i] - q[i]) < 0.3, "joint " + i + " from " + q[i] + " to " + next[i]);
            }
            q = next;
            steps += found.iterations();
        }
        assertTrue(steps < 200 * 100, "" + steps);
    }

    @Test
    void aRobotThatCannotMoveSaysHowFarTheTargetIs() {
        RobotModel rock = new RobotModel("rock", false, List.of(PlacedRobot.link("rock")), List.of());
        PlacedRobot robot = PlacedRobot.of(rock);
        IkSolution found = robot.inverse()
                .solve(
                        IkTarget.position(robot.frame("rock"), new Vec3(0, 2, 0)),
                        new double[0],
                        BRIEF.withPosture(new double[0]));
        assertEquals("frame 'rock' stays 2.000 m from its target; out of reach", found.explanation());
        assertEquals(2, found.residuals().getFirst().position(), 0.0);
    }

    @Test
    void theBudgetBoundsTheSteps() {
        PlacedRobot robot = PlacedRobot.of(Corpus.robot("ur5"));
        Frame tool = robot.frame("tool0");
        IkTarget away = IkTarget.position(tool, new Vec3(5, 0, 0));
        IkSolution found = robot.inverse().solve(away, new double[6], IkOptions.DEFAULT.withBudget(5, 3));
        assertTrue(found.iterations() <= 5 * 4 + 50, "" + found.iterations());
        assertEquals(3, found.restarts());
        assertFalse(found.solved());
    }
}
