package io.sigmaprompt.twin.skill.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.spatial.SplitMix64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeOptimalRetimingTest {
    private static MotionLimits limits(double velocity, double acceleration, int width) {
        double[] v = new double[width];
        double[] a = new double[width];
        Arrays.fill(v, velocity);
        Arrays.fill(a, acceleration);
        return new MotionLimits(v, a);
    }

    @Test
    void oneJointGoesByTheTrapezoidOfTheTextbook() {
        BlendedPolyline line = BlendedPolyline.of(List.of(new double[] {0}, new double[] {3}), new double[2]);
        JointTrajectory slow = TimeOptimalRetiming.of(List.of("a"), line, limits(1.5, 2, 1));
        // Full speed after 0.75 s and 0.5625 m each way, the rest at full speed.
        double expected = 2 * 0.75 + (3 - 2 * 0.5625) / 1.5;
        assertEquals(expected, slow.duration(), 0.005 * expected);
        JointTrajectory triangle = TimeOptimalRetiming.of(List.of("a"), line, limits(100, 2, 1));
        assertEquals(2 * Math.sqrt(3 / 2.0), triangle.duration(), 0.01);
    }

    @Test
    void limitsHoldAtEveryInstantOfRoundedWays() {
        SplitMix64 random = new SplitMix64(11);
        for (int trial = 0; trial < 100; trial++) {
            int width = 1 + trial % 7;
            List<double[]> waypoints = new ArrayList<>();
            double[] reaches = new double[2 + trial % 6];
            for (int k = 0; k < reaches.length; k++) {
                double[] point = new double[width];
                for (int j = 0; j < width; j++) {
                    point[j] = 2 * random.symmetric();
                }
                waypoints.add(point);
                reaches[k] = trial % 5 == 0 ? 0 : 0.3 * (1 + random.symmetric());
            }
            List<String> names =
                    IntStream.range(0, width).mapToObj(j -> "j" + j).toList();
            JointTrajectory trajectory =
                    TimeOptimalRetiming.of(names, BlendedPolyline.of(waypoints, reaches), limits(1.2, 3, width));
            holds(trajectory, 1.2, 3, "trial " + trial);
            assertArrayEquals(waypoints.getLast(), trajectory.end(), 1e-9);
        }
    }

    private static void holds(JointTrajectory trajectory, double velocity, double acceleration, String what) {
        int width = trajectory.names().size();
        double[] q = new double[width];
        double[] v = new double[width];
        double[] a = new double[width];
        double fastest = 0;
        double hardest = 0;
        for (double t = 0; t < trajectory.duration(); t += 0.001) {
            trajectory.evaluate(t, q, v, a);
            for (int j = 0; j < width; j++) {
                fastest = Math.max(fastest, Math.abs(v[j]));
                hardest = Math.max(hardest, Math.abs(a[j]));
            }
        }
        // Between the points cubics may stray by a hundredth from what holds there, and so may a round's speed.
        assertTrue(fastest < velocity * 1.01, what + ": " + fastest);
        assertTrue(hardest < acceleration * 1.011, what + ": " + hardest);
        assertTrue(Math.max(fastest / velocity, hardest / acceleration) > 0.9, what + " idles");
    }

    @Test
    void aSplineThroughDensePointsIsFollowedWithinTheLimits() {
        List<double[]> waypoints = new ArrayList<>();
        for (int k = 0; k <= 60; k++) {
            double s = k / 60.0;
            waypoints.add(new double[] {s * s, StrictMath.sin(3 * s), 1 - s});
        }
        JointTrajectory trajectory =
                TimeOptimalRetiming.of(List.of("a", "b", "c"), SplineCurve.through(waypoints), limits(1, 2, 3));
        holds(trajectory, 1, 2, "spline");
    }

    @Test
    void aCornerWithoutRoomIsPassedAtRest() {
        BlendedPolyline way = BlendedPolyline.of(
                List.of(new double[] {0, 0}, new double[] {1, 0}, new double[] {1, 1}), new double[3]);
        JointTrajectory trajectory = TimeOptimalRetiming.of(List.of("a", "b"), way, limits(1, 4, 2));
        double[] q = new double[2];
        double[] v = new double[2];
        trajectory.evaluate(0.5 * trajectory.duration(), q, v, new double[2]);
        assertArrayEquals(new double[] {1, 0}, q, 1e-6);
        assertArrayEquals(new double[] {0, 0}, v, 1e-6);
    }

    @Test
    void aWayOfNoLengthTakesNoTime() {
        BlendedPolyline way = BlendedPolyline.of(List.of(new double[] {0.4}, new double[] {0.4}), new double[2]);
        JointTrajectory trajectory = TimeOptimalRetiming.of(List.of("a"), way, limits(1, 1, 1));
        assertEquals(0, trajectory.duration());
        assertArrayEquals(new double[] {0.4}, trajectory.end());
    }
}
