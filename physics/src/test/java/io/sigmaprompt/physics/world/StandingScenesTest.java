package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What should stand, hold or run on does so. In the usual run for two to five seconds; with
 * {@code -Dsigma.test.args=-Dsigma.long=true} for a minute each:
 * {@code mvn -pl physics -Dtest=StandingScenesTest -Dsigma.test.args=-Dsigma.long=true test}.
 */
class StandingScenesTest {
    private static final boolean LONG = Boolean.getBoolean("sigma.long");

    private static double seconds(double brief) {
        return LONG ? 60 : brief;
    }

    @ParameterizedTest
    @CsvSource({"stack5.xml, 5", "stack10.xml, 4", "stack20.xml, 3", "wall100.xml, 0.2", "heavy_on_light.xml, 5"})
    void what_is_stacked_stands_without_moving(String file, double brief) {
        SceneRun run = SceneRun.library(file, SceneRun.every(2e-3));
        double[] poses = run.world.poses().clone();
        double[] deepest = {0};
        run.go(seconds(brief), w -> deepest[0] = Math.max(deepest[0], run.penetration()));
        assertTrue(run.moved(poses) < 1e-4, "moved " + run.moved(poses));
        assertTrue(deepest[0] < 1e-4, "sunk in by " + deepest[0]);
        assertTrue(run.greatestSpeed() < 1e-5, "at " + run.greatestSpeed());
    }

    @Test
    void a_pile_of_balls_that_roll_with_friction_comes_to_rest() {
        SceneRun run = SceneRun.library("sphere_pile.xml", SceneRun.every(2e-3));
        run.go(LONG ? 30 : 0.6);
        for (int b = 0; b < run.world.bodyCount(); b++) {
            if (run.world.bodyName(b).startsWith("ball")) {
                assertTrue(Math.abs(run.at(b, 0)) < 0.1505 && Math.abs(run.at(b, 1)) < 0.1505, "out of the tray");
                assertTrue(run.at(b, 2) > 0.0495, "through the floor");
            }
        }
        if (LONG) {
            double[] poses = run.world.poses().clone();
            run.go(5);
            assertTrue(run.moved(poses) < 1e-4, "moved " + run.moved(poses));
        }
    }

    @Test
    void a_quadruped_stands_where_it_was_put() {
        SceneRun run =
                SceneRun.library("quadruped_stand.xml", SceneRun.every(2e-3)).go(2);
        double[] poses = run.world.poses().clone();
        run.go(seconds(3));
        assertTrue(run.moved(poses) < 2e-3, "moved " + run.moved(poses));
        int trunk = run.body("trunk");
        assertTrue(run.at(trunk, 2) > 0.25, "height " + run.at(trunk, 2));
        assertTrue(run.world.poses()[12 * trunk + 8] > StrictMath.cos(StrictMath.toRadians(2)), "leans");
    }

    @Test
    void a_humanoid_stands_where_it_was_put() {
        SceneRun run =
                SceneRun.library("humanoid_stand.xml", SceneRun.every(2e-3)).go(2);
        double[] poses = run.world.poses().clone();
        run.go(seconds(3));
        assertTrue(run.moved(poses) < 5e-3, "moved " + run.moved(poses));
        assertTrue(run.at(run.body("pelvis"), 2) > 0.85, "height " + run.at(run.body("pelvis"), 2));
    }

    @Test
    void a_gripper_lifts_a_box_and_holds_it_without_slip() {
        SceneRun run = SceneRun.library("gripper_lift.xml", SceneRun.every(2e-3));
        run.world.reset(0, "open");
        run.go(0.5);
        control(run, 0, -0.06, 0, 0.05, 0.05);
        run.go(0.5);
        control(run, 0, 0.24, 0, 0.05, 0.05);
        int box = run.body("box");
        int hand = run.body("hand");
        double before = run.at(box, 2) - run.at(hand, 2);
        run.go(3);
        assertEquals(0.73, run.at(box, 2), 5e-3);
        double held = run.at(box, 2) - run.at(hand, 2);
        assertEquals(before, held, 1e-4, "it slipped while it was lifted");
        run.go(LONG ? 30 : 2);
        assertEquals(held, run.at(box, 2) - run.at(hand, 2), LONG ? 1e-6 : 1e-7, "it slipped while it was held");
    }

    private static void control(SceneRun run, double... values) {
        for (int i = 0; i < values.length; i++) {
            run.world.actuators(0).setControl(i, values[i]);
        }
    }

    @Test
    void a_driven_four_bar_keeps_its_loop_closed() {
        SceneRun run = SceneRun.library("four_bar.xml", SceneRun.every(1e-3));
        double[] worst = {0};
        run.go(seconds(5), w -> worst[0] = Math.max(worst[0], w.loopError()));
        assertTrue(worst[0] < 1e-6, "open by " + worst[0]);
        assertEquals(3, run.world.v()[0], 0.5);
    }

    @Test
    void a_cart_runs_straight_at_the_speed_of_its_wheels() {
        SceneRun run =
                SceneRun.library("rolling_wheels.xml", SceneRun.every(2e-3)).go(2);
        int chassis = run.body("chassis");
        assertEquals(0.4, run.speed(chassis, 0), 4e-3);
        assertEquals(0, run.at(chassis, 1), 1e-3);
    }

    @Test
    void a_cradle_hands_on_its_speed() {
        SceneRun run = SceneRun.library("newton_cradle.xml", SceneRun.every(1e-3));
        double energy = run.energy();
        double[] last = {0};
        run.go(1, w -> {
            last[0] = Math.min(last[0], w.q()[4]);
            assertEquals(1, run.energy() / energy, 1e-2, "energy at " + w.time());
        });
        assertEquals(-40, StrictMath.toDegrees(last[0]), 2);
    }

    @Test
    void dominoes_fall_one_after_the_other_and_lie_still() {
        SceneRun run = SceneRun.library("dominoes.xml", SceneRun.every(2e-3)).go(1.6);
        for (int b = 0; b < run.world.bodyCount(); b++) {
            if (run.world.bodyName(b).startsWith("domino")) {
                assertTrue(run.at(b, 2) < 0.048, run.world.bodyName(b) + " stands");
            }
        }
        double[] poses = run.world.poses().clone();
        run.go(0.4);
        assertTrue(run.moved(poses) < 1e-4, "moved " + run.moved(poses));
    }
}
