package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Worlds that start badly stay finite, or stop and say where, when and why. */
class BadWorldTest {
    private static String box(String name, double x, double z, double mass) {
        return "<body name='" + name + "' pos='" + x + " 0 " + z
                + "'><freejoint/><geom type='box' size='.1 .1 .1' mass='" + mass + "'/></body>";
    }

    private static SceneRun onFloor(String bodies, double step) {
        return SceneRun.of(
                "<worldbody><geom name='floor' type='plane' size='9 9 1'/>" + bodies + "</worldbody>",
                SceneRun.every(step));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.0, -0.3})
    void a_box_deep_in_the_floor_comes_out_slowly_and_gains_no_speed(double z) {
        SceneRun run = onFloor(box("box", 0, z, 1), 2e-3);
        double[] fastest = {0, 0};
        run.go(2, w -> {
            fastest[0] = Math.max(fastest[0], run.greatestSpeed());
            fastest[1] = Math.max(fastest[1], w.kineticEnergy());
        });
        assertTrue(fastest[0] < 0.1, "speed " + fastest[0]);
        assertTrue(fastest[1] < 0.01, "energy " + fastest[1]);
        assertEquals(0.1, run.at(run.body("box"), 2), 1e-4);
        assertTrue(run.penetration() < 1e-4);
    }

    @Test
    void boxes_within_each_other_part_without_explosion() {
        SceneRun run = onFloor(box("a", 0, 0.1, 1) + box("b", 0.03, 0.13, 1) + box("c", -0.02, 0.16, 5), 2e-3);
        double[] fastest = {0};
        double start = run.energy();
        run.go(3, w -> fastest[0] = Math.max(fastest[0], run.greatestSpeed()));
        assertTrue(fastest[0] < 20, "speed " + fastest[0]);
        assertTrue(run.energy() < start + 30, "energy " + (run.energy() - start));
        assertTrue(run.penetration() < 1e-3, "overlap " + run.penetration());
    }

    @Test
    void a_free_body_without_mass_is_refused_by_name() {
        BadInputException refused = assertThrows(
                BadInputException.class,
                () -> onFloor("<body name='ghost' pos='0 0 1'><freejoint/><geom size='.1' mass='0'/></body>", 1e-3));
        assertTrue(refused.getMessage().contains("ghost"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void a_force_that_is_no_number_stops_the_world_before_it_moves(double force) {
        SceneRun run =
                onFloor(box("calm", 0, 0.1, 1) + box("pushed", 1, 0.1, 1), 1e-3).go(0.1);
        double[] q = run.world.q().clone();
        double[] v = run.world.v().clone();
        double time = run.world.time();
        run.world.push(run.body("pushed"), new double[] {0, 0, 0, force, 0, 0});
        WorldStoppedException stop = assertThrows(WorldStoppedException.class, run.world::step);
        assertEquals("pushed", stop.body());
        assertEquals(time, stop.time());
        assertTrue(stop.getMessage().contains("finite"), stop.getMessage());
        assertArrayEquals(q, run.world.q());
        assertArrayEquals(v, run.world.v());
        assertEquals(time, run.world.time());
        run.world.push(run.body("pushed"), new double[6]);
        run.go(0.1);
        assertEquals(0.1, run.at(run.body("pushed"), 2), 1e-4);
    }

    @Test
    void a_state_that_is_no_number_is_refused() {
        World world = onFloor(box("box", 0, 0.1, 1), 1e-3).world;
        double[] q = world.q().clone();
        q[2] = Double.NaN;
        assertThrows(BadInputException.class, () -> world.teleport(q, world.v().clone()));
        assertThrows(
                BadInputException.class,
                () -> world.teleport(new double[3], world.v().clone()));
        assertThrows(BadInputException.class, () -> WorldSettings.DEFAULT.withStep(0));
        assertThrows(BadInputException.class, () -> WorldSettings.DEFAULT.withStep(Double.NaN));
        assertThrows(BadInputException.class, () -> world.reset(0, "nowhere"));
    }

    @Test
    void thousands_of_contacts_stay_finite() {
        StringBuilder bodies = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            for (int k = 0; k < 20; k++) {
                bodies.append(String.format(
                        Locale.ROOT,
                        "<body pos='%s %s 0.0499'><freejoint/><geom type='box' size='.05 .05 .05' mass='1'/></body>",
                        0.1 * i,
                        0.1 * k));
            }
        }
        SceneRun run = onFloor(bodies.toString(), 2e-3);
        run.go(0.004);
        assertTrue(run.world.contacts().count() > 3000, run.world.contacts().count() + " contacts");
        assertTrue(run.greatestSpeed() < 1, "speed " + run.greatestSpeed());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 0.05})
    void a_spring_too_stiff_for_the_step_stays_finite(double step) {
        SceneRun run = SceneRun.of(
                "<worldbody><body><joint type='slide' axis='0 0 1' stiffness='1e7' damping='1'/>"
                        + "<geom size='.05' mass='.1'/><body pos='0 0 .2'><joint axis='0 1 0' stiffness='1e6'/>"
                        + "<geom size='.05' mass='.1' pos='.1 0 0'/></body></body></worldbody>",
                SceneRun.every(step));
        run.world.teleport(new double[] {0.01, 0.5}, new double[2]);
        double start = 0.5 * 1e7 * 1e-4 + 0.5 * 1e6 * 0.25;
        run.go(
                200 * step,
                w -> assertTrue(
                        w.kineticEnergy() < 2 * start,
                        () -> "energy " + w.kineticEnergy() + " of " + start + " at " + w.time()));
    }

    @Test
    void a_mass_ratio_of_a_million_stays_finite_and_at_rest() {
        SceneRun run = onFloor(box("light", 0, 0.1, 1e-3) + box("heavy", 0, 0.3, 1e3), 2e-3);
        double[] poses = run.world.poses().clone();
        run.go(2);
        assertTrue(run.moved(poses) < 1e-4, "moved " + run.moved(poses));
    }

    @Test
    void a_fast_small_ball_does_not_pass_through_a_thin_plate() {
        SceneRun run = SceneRun.of(
                "<worldbody><geom type='box' size='1 1 .005'/><body name='ball' pos='0 0 1'><freejoint/>"
                        + "<geom size='.01' mass='.1'/></body></worldbody>",
                SceneRun.every(2e-3));
        int ball = run.body("ball");
        run.launch(ball, new double[] {0, 0, -100}, new double[3]).go(0.1);
        assertTrue(run.at(ball, 2) > 0.0149, "at " + run.at(ball, 2));
    }
}
