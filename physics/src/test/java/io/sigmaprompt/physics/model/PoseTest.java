package io.sigmaprompt.physics.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PoseTest {
    @Test
    void a_yaw_of_a_quarter_turn_takes_x_to_y() {
        Pose pose = Pose.fromXyzRpy(1, 2, 3, 0, 0, Math.PI / 2);
        assertArrayEquals(new double[] {0, -1, 0, 1, 0, 0, 0, 0, 1}, pose.rotation(), 1e-15);
        assertArrayEquals(new double[] {1, 2, 3}, new double[] {pose.x(), pose.y(), pose.z()});
    }

    @Test
    void roll_pitch_and_yaw_turn_about_fixed_axes_in_that_order() {
        double[] expected = product(
                Pose.fromXyzRpy(0, 0, 0, 0, 0, 0.3).rotation(),
                product(
                        Pose.fromXyzRpy(0, 0, 0, 0, 0.2, 0).rotation(),
                        Pose.fromXyzRpy(0, 0, 0, 0.1, 0, 0).rotation()));
        assertArrayEquals(expected, Pose.fromXyzRpy(0, 0, 0, 0.1, 0.2, 0.3).rotation(), 1e-15);
    }

    @Test
    void the_identity_changes_nothing() {
        Pose pose = Pose.fromXyzRpy(1, -2, 3, 0.4, -0.5, 0.6);
        assertEquals(pose, Pose.IDENTITY.times(pose));
        assertEquals(pose, pose.times(Pose.IDENTITY));
    }

    @Test
    void a_product_carries_the_inner_translation_into_the_outer_frame() {
        Pose outer = Pose.fromXyzRpy(10, 0, 0, 0, 0, Math.PI / 2);
        Pose product = outer.times(Pose.fromXyzRpy(1, 0, 0, 0, 0, 0));
        assertArrayEquals(new double[] {10, 1, 0}, new double[] {product.x(), product.y(), product.z()}, 1e-15);
    }

    @Test
    void the_rotation_of_an_unnormalised_quaternion_is_still_orthogonal() {
        double[] r = new Pose(0, 0, 0, 0, 0, 2, 2).rotation();
        assertArrayEquals(new double[] {0, -1, 0, 1, 0, 0, 0, 0, 1}, r, 1e-15);
    }

    @Property
    void roll_pitch_and_yaw_come_back_from_the_matrix(
            @ForAll @DoubleRange(min = -3.1, max = 3.1) double roll,
            @ForAll @DoubleRange(min = -1.5, max = 1.5) double pitch,
            @ForAll @DoubleRange(min = -3.1, max = 3.1) double yaw) {
        double[] r = Pose.fromXyzRpy(0, 0, 0, roll, pitch, yaw).rotation();
        assertEquals(roll, StrictMath.atan2(r[7], r[8]), 1e-12);
        assertEquals(pitch, StrictMath.atan2(-r[6], Math.sqrt(r[7] * r[7] + r[8] * r[8])), 1e-12);
        assertEquals(yaw, StrictMath.atan2(r[3], r[0]), 1e-12);
    }

    @Property
    void the_rotation_of_a_product_is_the_product_of_the_rotations(
            @ForAll @DoubleRange(min = -3, max = 3) double a,
            @ForAll @DoubleRange(min = -3, max = 3) double b,
            @ForAll @DoubleRange(min = -3, max = 3) double c) {
        Pose first = Pose.fromXyzRpy(a, b, c, a, b, c);
        Pose second = Pose.fromXyzRpy(c, a, b, b, c, a);
        assertArrayEquals(
                product(first.rotation(), second.rotation()),
                first.times(second).rotation(),
                1e-14);
    }

    private static double[] product(double[] a, double[] b) {
        double[] out = new double[9];
        for (int i = 0; i < 9; i++) {
            for (int k = 0; k < 3; k++) {
                out[i] += a[i / 3 * 3 + k] * b[3 * k + i % 3];
            }
        }
        return out;
    }
}
