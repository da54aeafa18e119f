package io.sigmaprompt.physics.world.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.constraint.ConstraintKind;
import io.sigmaprompt.physics.constraint.ConstraintSet;
import io.sigmaprompt.physics.model.Softness;
import org.junit.jupiter.api.Test;

/** A point mass on a yielding contact, whose one impulse has a formula. */
class ContactComplianceTest {
    private static final double MASS = 2;
    private static final double STIFFNESS = 5000;

    private final ConstraintSet set = new ConstraintSet();
    private double height;
    private double speed;

    private static Softness softness(double stiffness, double damping) {
        return new Softness(-stiffness, -damping, 1, 1, 0.001, 0.5, 2, false);
    }

    private void step(Softness softness, double gravity, double dt) {
        set.clear();
        int c = set.add(ConstraintKind.UNILATERAL, 1, 1, 0, -1);
        double y = 1 / Math.sqrt(MASS);
        set.y[set.values[c]] = y;
        ContactCompliance.apply(softness, height, 0, dt, set, c);
        double free = (speed - gravity * dt) / y;
        double lambda = Math.max(0, -(y * free + set.bias[set.row[c]]) / (y * y + set.compliance[c]));
        speed = y * (free + y * lambda);
        height += dt * speed;
    }

    private double greatestHeight(Softness softness, double dt, int steps) {
        double most = Double.NEGATIVE_INFINITY;
        for (int n = 0; n < steps; n++) {
            step(softness, 0, dt);
            most = Math.max(most, -height);
        }
        return most;
    }

    @Test
    void it_sinks_by_weight_over_stiffness() {
        for (double dt : new double[] {1e-3, 1e-2}) {
            height = 0;
            speed = 0;
            for (int n = 0; n < 20_000; n++) {
                step(softness(STIFFNESS, 200), 9.81, dt);
            }
            assertEquals(-MASS * 9.81 / STIFFNESS, height, 1e-9, "step " + dt);
        }
    }

    @Test
    void without_damping_it_throws_back_as_fast_as_it_was_hit_where_the_step_resolves_it() {
        height = 0;
        speed = -1;
        double dt = 1e-4;
        greatestHeight(softness(STIFFNESS, 0), dt, 1000);
        assertEquals(1, speed, 0.01);
    }

    @Test
    void a_spring_too_stiff_for_the_step_loses_energy_and_makes_none() {
        height = 0;
        speed = -1;
        double stiff = 4 * MASS * ContactCompliance.RESOLVED * ContactCompliance.RESOLVED / 1e-6;
        double most = greatestHeight(softness(stiff, 0), 1e-3, 200);
        assertTrue(speed > 0 && speed < 0.9, () -> "parts at " + speed);
        assertTrue(most <= 1 / Math.sqrt(stiff / MASS), () -> "sank " + most);
    }

    @Test
    void of_mujocos_kind_stiffness_is_per_mass() {
        Softness perMass = new Softness(-STIFFNESS / MASS, -100, 1, 1, 0.001, 0.5, 2);
        for (int n = 0; n < 20_000; n++) {
            step(perMass, 9.81, 1e-3);
        }
        assertEquals(-MASS * 9.81 / STIFFNESS, height, 1e-9);
    }

    @Test
    void only_a_direct_stiffness_yields() {
        assertTrue(ContactCompliance.yields(softness(1, 1)));
        assertFalse(ContactCompliance.yields(Softness.DEFAULT));
    }
}
