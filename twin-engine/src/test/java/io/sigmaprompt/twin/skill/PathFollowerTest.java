package io.sigmaprompt.twin.skill;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.twin.session.ThreeJointArm;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathFollowerTest {
    private static final double TICK = 0.001;
    private static final Goal PICK = new Goal.FollowPath(ThreeJointArm.PICK, 1);

    private static PathFollower at(double... start) {
        return new PathFollower(new DrivenJoints(ThreeJointArm.model()), start);
    }

    private static void run(PathFollower follower, Goal goal, double seconds) {
        for (int i = 0; i < Math.round(seconds / TICK); i++) {
            follower.step(goal, TICK);
        }
    }

    @Test
    void setPointsAreSmoothAndTheirDerivativesTrue() {
        PathFollower follower = at(0.3, 0, 0);
        double[] last = follower.position().clone();
        double[] lastVelocity = new double[3];
        for (int i = 0; i < 8_000; i++) {
            Goal goal = i > 3_000 && i < 4_000 ? new Goal.Hold() : i > 6_000 ? speed(0.3) : PICK;
            follower.step(goal, TICK);
            for (int j = 0; j < 3; j++) {
                double slope = (follower.position()[j] - last[j]) / TICK;
                assertEquals(follower.velocity()[j], slope, 0.02, "velocity of joint " + j + " at tick " + i);
                assertTrue(Math.abs(follower.velocity()[j] - lastVelocity[j]) < 12 * TICK, "a jump at tick " + i);
                last[j] = follower.position()[j];
                lastVelocity[j] = follower.velocity()[j];
            }
        }
    }

    private static Goal speed(double share) {
        return new Goal.FollowPath(ThreeJointArm.PICK, share);
    }

    @Test
    void fromElsewhereItComesToThePath() {
        PathFollower follower = at(-1, 0.5, 0);
        run(follower, PICK, 8);
        boolean between = follower.position()[0] >= -1e-9 && follower.position()[0] <= 0.8 + 1e-9;
        assertTrue(between, "pan is at " + follower.position()[0]);
    }

    @Test
    void holdingStopsOnTheWayAndGoesOnFromThere() {
        PathFollower follower = at(0, -0.6, 0.9);
        run(follower, PICK, 0.9);
        run(follower, new Goal.Hold(), 1);
        double[] held = follower.position().clone();
        run(follower, new Goal.Hold(), 1);
        assertArrayEquals(held, follower.position());
        assertArrayEquals(new double[3], follower.velocity());
        follower.step(PICK, TICK);
        assertArrayEquals(held, follower.position(), 1e-5);
    }

    @Test
    void aThirdOfTheSpeedIsAThirdOfTheSpeed() {
        assertEquals(0.3 * peak(speed(1)), peak(speed(0.3)), 0.02);
    }

    private static double peak(Goal goal) {
        PathFollower follower = at(0, -0.6, 0.9);
        run(follower, goal, 1);
        double peak = 0;
        for (int i = 0; i < 9_000; i++) {
            follower.step(goal, TICK);
            peak = Math.max(peak, Math.abs(follower.velocity()[0]));
        }
        return peak;
    }

    @Test
    void jointsThatThePathLeavesOutKeepNoAccelerationFromTheOneBefore() {
        PathFollower follower = at(0, -0.6, 0.9);
        run(follower, PICK, 1);
        double pan = 0.3;
        Goal panOnly = new Goal.FollowPath(
                new JointPath("pan_only", List.of("pan"), List.of(new double[] {pan}), 1, false), 1);
        run(follower, panOnly, 4);
        assertEquals(pan, follower.position()[0], 1e-9);
        assertArrayEquals(new double[3], follower.velocity(), 1e-12);
        assertArrayEquals(new double[3], follower.acceleration(), 1e-12);
    }
}
