package io.sigmaprompt.physics.world.constraint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.constraint.ConstraintSet;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.world.snapshot.StateReader;
import io.sigmaprompt.physics.world.snapshot.StateWriter;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopConstraintTest {
    private static final double DT = 1e-3;

    @TempDir
    Path folder;

    private static LoopConstraint between(Pose inFirst, Pose inSecond, boolean weld) {
        return new LoopConstraint("loop", true, SampleTrees.LEFT, inFirst, SampleTrees.BOX, inSecond, weld);
    }

    @Test
    void a_connect_tells_how_far_its_points_are_apart_and_nothing_of_how_they_are_turned() {
        LoopConstraint fixed = new LoopConstraint(
                "c", true, -1, Pose.fromXyzRpy(1, 2, 3, 0, 0, 0), -1, Pose.fromXyzRpy(1, 2.5, 2.75, 1, 0, 0), false);
        assertEquals(0.5, fixed.evaluate(new double[0]), 1e-15);
    }

    @Test
    void a_weld_tells_the_angle_too() {
        LoopConstraint fixed =
                new LoopConstraint("w", true, -1, Pose.IDENTITY, -1, Pose.fromXyzRpy(0, 0, 1e-4, 0, 0.01, 0), true);
        assertEquals(0.01, fixed.evaluate(new double[0]), 1e-6);
    }

    @Test
    void its_rows_see_how_fast_its_points_part_and_correct_what_they_are_apart() throws IOException {
        SampleTrees sample = new SampleTrees(folder, 2);
        LoopConstraint loop =
                between(Pose.fromXyzRpy(0.1, 0.2, 0, 0, 0, 0), Pose.fromXyzRpy(0, 0.1, 0.3, 0, 0, 0), false);
        ConstraintSet set = new ConstraintSet();
        PairRows rows = new PairRows(sample.map);
        loop.build(set, rows, sample.poses, DT, false);
        double[] middle = new double[3];
        double[] apart = new double[3];
        for (int k = 0; k < 3; k++) {
            double a = point(sample.poses, SampleTrees.LEFT, k, 0.1, 0.2, 0);
            double b = point(sample.poses, SampleTrees.BOX, k, 0, 0.1, 0.3);
            middle[k] = 0.5 * (a + b);
            apart[k] = b - a;
        }
        double[] wrench = {0, middle[2], -middle[1], 1, 0, 0};
        assertEquals(
                sample.power(SampleTrees.BOX, wrench, 0) - sample.power(SampleTrees.LEFT, wrench, 0),
                set.product(0, 0, sample.w),
                1e-12);
        assertEquals(0, set.bias[0]);
        set.clear();
        loop.build(set, rows, sample.poses, DT, true);
        assertArrayEquals(apart, new double[] {set.bias[0], set.bias[1], set.bias[2]}, 1e-14);
    }

    private static double point(double[] poses, int body, int k, double x, double y, double z) {
        int p = 12 * body;
        return poses[p + 9 + k] + poses[p + 3 * k] * x + poses[p + 3 * k + 1] * y + poses[p + 3 * k + 2] * z;
    }

    @Test
    void its_last_impulse_is_the_next_guess_also_after_a_restore_and_acts_on_both_bodies() throws IOException {
        SampleTrees sample = new SampleTrees(folder, 2);
        LoopConstraint loop = between(Pose.IDENTITY, Pose.IDENTITY, true);
        PairRows rows = new PairRows(sample.map);
        ConstraintSet set = new ConstraintSet();
        loop.build(set, rows, sample.poses, DT, false);
        for (int k = 0; k < 6; k++) {
            set.lambda[k] = 0.01 * (k + 1);
        }
        boolean[] touched = new boolean[2];
        loop.collect(set, DT, touched);
        assertTrue(touched[0] && touched[1]);
        StateWriter out = new StateWriter(new double[1]);
        loop.save(out);

        LoopConstraint other = between(Pose.IDENTITY, Pose.IDENTITY, true);
        other.active = false;
        other.restore(new StateReader(out.data()));
        assertTrue(other.active);
        set.clear();
        other.build(set, rows, sample.poses, 2 * DT, false);
        for (int k = 0; k < 6; k++) {
            assertEquals(0.02 * (k + 1), set.lambda[k], 1e-15, "twice the step, twice the impulse");
        }

        double[] wrenches = new double[sample.poses.length / 2];
        other.addWrenches(sample.poses, wrenches);
        int a = 6 * SampleTrees.LEFT;
        int b = 6 * SampleTrees.BOX;
        assertArrayEquals(
                new double[] {10, 20, 30}, new double[] {wrenches[b + 3], wrenches[b + 4], wrenches[b + 5]}, 1e-12);
        for (int k = 3; k < 6; k++) {
            assertEquals(-wrenches[b + k], wrenches[a + k], 0);
        }
        other.clear();
        set.clear();
        other.build(set, rows, sample.poses, DT, false);
        assertEquals(0, set.lambda[0]);
        assertFalse(other.name().isEmpty());
    }
}
