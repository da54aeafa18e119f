package io.sigmaprompt.physics.world.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.spatial.SplitMix64;
import org.junit.jupiter.api.Test;

class FreeSpinTest {
    /** About an axis that is near none of the principal ones. */
    private static FreeSpin sample() {
        return new FreeSpin(0.3, 0.02, -0.03, 0.5, 0.04, 0.7);
    }

    private static double energy(FreeSpin s, double x, double y, double z) {
        return 0.5
                * (s.ixx * x * x + s.iyy * y * y + s.izz * z * z + 2 * (s.ixy * x * y + s.ixz * x * z + s.iyz * y * z));
    }

    private static double momentum(FreeSpin s, double x, double y, double z) {
        double a = s.ixx * x + s.ixy * y + s.ixz * z;
        double b = s.ixy * x + s.iyy * y + s.iyz * z;
        double c = s.ixz * x + s.iyz * y + s.izz * z;
        return Math.sqrt(a * a + b * b + c * c);
    }

    @Test
    void energy_and_momentum_stay_over_ten_thousand_steps_however_it_turns() {
        SplitMix64 random = new SplitMix64(11);
        for (int trial = 0; trial < 10; trial++) {
            FreeSpin spin = sample();
            double x = 30 * random.symmetric();
            double y = 30 * random.symmetric();
            double z = 30 * random.symmetric();
            double energy = energy(spin, x, y, z);
            double momentum = momentum(spin, x, y, z);
            for (int n = 0; n < 10_000; n++) {
                spin.step(x, y, z, 2e-3);
                x = spin.x;
                y = spin.y;
                z = spin.z;
            }
            assertEquals(1, energy(spin, x, y, z) / energy, 1e-11, "trial " + trial);
            assertEquals(1, momentum(spin, x, y, z) / momentum, 1e-11, "trial " + trial);
        }
    }

    /** Euler's equations of a symmetric top: the rates across its axis turn at (c - a)/a of the spin. */
    @Test
    void a_symmetric_top_nods_as_eulers_equations_say_to_second_order() {
        double coarse = precessionError(1e-3);
        double fine = precessionError(5e-4);
        assertTrue(coarse < 2e-5, () -> "error " + coarse);
        assertEquals(4, coarse / fine, 0.05);
    }

    private static double precessionError(double dt) {
        FreeSpin top = new FreeSpin(0.2, 0, 0, 0.2, 0, 0.3);
        double x = 1;
        double y = 0;
        double z = 10;
        for (int n = 0; n < Math.rint(1 / dt); n++) {
            top.step(x, y, z, dt);
            x = top.x;
            y = top.y;
            z = top.z;
        }
        double angle = (0.3 - 0.2) / 0.2 * 10;
        return Math.abs(x - StrictMath.cos(angle)) + Math.abs(y - StrictMath.sin(angle));
    }

    @Test
    void what_turns_by_thousands_of_radians_in_a_step_keeps_its_rates() {
        FreeSpin spin = sample();
        spin.step(2e6, 1, 1, 1e-3);
        assertEquals(2e6, spin.x);
        assertEquals(1, spin.y);
    }

    @Test
    void an_inertia_that_is_flat_about_an_axis_is_not_positive() {
        assertTrue(sample().positive());
        assertFalse(new FreeSpin(0, 0, 0, 1, 0, 1).positive());
        assertFalse(new FreeSpin(1, 1, 0, 1, 0, 1).positive());
    }
}
