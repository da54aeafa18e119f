package io.sigmaprompt.physics.kinematics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.Corpus;
import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Vec3;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;

/** What the targets leave free goes to the posture, and no target is given up for it. */
class PostureTest {
    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    @Test
    void theElbowGoesAsNearToThePostureAsTheHandAllows() {
        PlacedRobot robot = PlacedRobot.of(Corpus.robot("iiwa14"));
        Frame hand = robot.frame("iiwa_link_7");
        double[] jacobian = new double[6 * 7];
        Random random = new Random(6);
        int nearer = 0;
        int inside = 0;
        for (int k = 0; k < 40; k++) {
            double[] reachable = robot.draw(random);
            double[] posture = robot.draw(random);
            Pose wanted = robot.pose(reachable, hand);
            IkTarget target = IkTarget.pose(hand, wanted);
            IkSolution plain = robot.inverse().solve(target, reachable, IkOptions.DEFAULT);
            IkSolution pulled = robot.inverse().solve(target, reachable, IkOptions.DEFAULT.withPosture(posture));
            assertTrue(pulled.solved(), pulled.explanation());
            assertEquals(0, PlacedRobot.distance(wanted, robot.pose(pulled.q(), hand)), 1.001e-9);
            assertEquals(0, robot.beyondLimits(pulled.q()));
            double before = distance(plain.q(), posture);
            double after = distance(pulled.q(), posture);
            assertTrue(after <= before + 1e-9, before + " then " + after);
            nearer += after < before - 0.05 ? 1 : 0;
            if (atNoLimit(robot, pulled.q())) {
                inside++;
                // Along the one motion that the hand does not feel, the posture is at its nearest.
                new GenericDynamics(robot.model()).frameJacobian(pulled.q(), hand, jacobian);
                double[] own = selfMotion(jacobian);
                double along = 0;
                for (int i = 0; i < 7; i++) {
                    along += own[i] * (posture[i] - pulled.q()[i]);
                }
                assertEquals(0, along, 1e-5, "trial " + k);
            }
        }
        assertTrue(nearer >= 25, "nearer in " + nearer);
        assertTrue(inside > 10, "inside the limits in " + inside);
    }

    /** The unit velocity (7) that a Jacobian (6 x 7) maps to nothing. */
    private static double[] selfMotion(double[] jacobian) {
        Array2DRowRealMatrix j = new Array2DRowRealMatrix(6, 7);
        for (int i = 0; i < 42; i++) {
            j.setEntry(i / 7, i % 7, jacobian[i]);
        }
        return new EigenDecomposition(j.transpose().multiply(j))
                .getEigenvector(6)
                .toArray();
    }

    private static boolean atNoLimit(PlacedRobot robot, double[] q) {
        for (Joint joint : robot.model().joints()) {
            if (joint.type().isScalar()) {
                double x = q[robot.model().qIndex(robot.model().jointIndex(joint.name()))];
                if (x > joint.limits().upper() - 1e-6 || x < joint.limits().lower() + 1e-6) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    void aPlanarArmEndsWhereASearchThroughItsSelfMotionDoes() {
        double[] l = {0.5, 0.4, 0.3};
        JointLimits limits = new JointLimits(-2.5, 2.5, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        PlacedRobot arm = PlacedRobot.planar(limits, l);
        Frame tip = arm.frame("tip");
        double[] posture = {0.2, 0.6, 0.9};
        double x = 0.6;
        double y = 0.5;
        IkSolution found = arm.inverse()
                .solve(
                        IkTarget.position(tip, new Vec3(x, y, 0)),
                        new double[] {-0.3, 1.5, 0.4},
                        IkOptions.DEFAULT.withPosture(posture));
        assertTrue(found.solved());
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= 200_000; i++) {
            double a = -2.5 + 5.0 * i / 200_000;
            double dx = x - l[0] * StrictMath.cos(a);
            double dy = y - l[0] * StrictMath.sin(a);
            double cosine = (dx * dx + dy * dy - l[1] * l[1] - l[2] * l[2]) / (2 * l[1] * l[2]);
            if (Math.abs(cosine) <= 1) {
                double c = StrictMath.acos(cosine);
                double b =
                        StrictMath.atan2(dy, dx) - StrictMath.atan2(l[2] * StrictMath.sin(c), l[1] + l[2] * cosine) - a;
                if (Math.abs(b) <= 2.5 && Math.abs(c) <= 2.5) {
                    nearest = Math.min(nearest, distance(new double[] {a, b, c}, posture));
                }
            }
        }
        assertEquals(nearest, distance(found.q(), posture), 1e-5);
    }

    @Test
    void whereTheTargetsLeaveNothingFreeNothingMoves() {
        PlacedRobot robot = PlacedRobot.of(Corpus.robot("ur5"));
        Frame tool = robot.frame("tool0");
        double[] q = {0.3, -1.1, 1.4, -0.6, 0.9, 0.2};
        IkSolution found = robot.inverse()
                .solve(IkTarget.pose(tool, robot.pose(q, tool)), q, IkOptions.DEFAULT.withPosture(new double[6]));
        assertTrue(found.solved());
        assertEquals(0, distance(q, found.q()), 1e-7);
    }

    @Test
    void aMovableBaseComesNearToThePosturesBase() {
        PlacedRobot robot = PlacedRobot.of(Corpus.robot("go2"));
        Frame foot = robot.frame("FL_foot");
        double[] posture = robot.model().neutral();
        posture[2] = 0.3;
        Pose reach = robot.pose(posture, foot);
        double[] start = robot.draw(new Random(3));
        start[0] = 0.5;
        IkSolution found = robot.inverse()
                .solve(
                        IkTarget.position(foot, new Vec3(reach.x(), reach.y(), reach.z())),
                        start,
                        IkOptions.DEFAULT.withBaseMovable(true).withPosture(posture));
        assertTrue(found.solved());
        assertEquals(0, distance(posture, found.q()), 1e-4);
    }
}
