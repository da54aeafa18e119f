package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.Corpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The scenes of the reference data end as MuJoCo's do, where its contacts yield by up to 2 mm; and the same scene ends the
 * same whatever the step.
 */
class SettledScenesTest {
    /** The last sample of a scene's trajectory. */
    private static JsonNode last(String name) {
        JsonNode samples = Corpus.json("contact/" + name + ".json").get("samples");
        return samples.get(samples.size() - 1);
    }

    private static SceneRun scene(String name, double step) {
        return SceneRun.reference("contact/scenes/" + name + ".xml", SceneRun.every(step));
    }

    @ParameterizedTest
    @ValueSource(strings = {"box_drop_flat", "box_drop_tilted"})
    void a_dropped_box_lies_flat_on_the_floor_and_does_not_drift(String name) {
        SceneRun run = scene(name, 1e-3).go(3);
        int b = run.body("box");
        assertEquals(0.1, run.at(b, 2), 1e-4);
        assertEquals(last(name).get("xpos").get(0).get(2).asDouble(), run.at(b, 2), 1e-3);
        double[] poses = run.world.poses().clone();
        double[] deepest = {0};
        run.go(2, w -> deepest[0] = Math.max(deepest[0], run.penetration()));
        assertTrue(deepest[0] < 1e-4, "sunk in by " + deepest[0]);
        assertTrue(run.moved(poses) < 1e-8, "drifted by " + run.moved(poses));
        assertTrue(run.greatestSpeed() < 1e-7, "at " + run.greatestSpeed());
    }

    @Test
    void a_tilted_box_comes_down_where_the_reference_has_it_within_the_chaos_of_its_impacts() {
        JsonNode reference = last("box_drop_tilted").get("xpos").get(0);
        SceneRun run = scene("box_drop_tilted", 1e-3).go(3);
        int b = run.body("box");
        assertEquals(reference.get(0).asDouble(), run.at(b, 0), 0.1);
        assertEquals(reference.get(1).asDouble(), run.at(b, 1), 0.1);
    }

    @Test
    void a_stack_of_askew_boxes_settles_where_the_reference_does() {
        JsonNode reference = last("stack_5_boxes").get("xpos");
        SceneRun run = scene("stack_5_boxes", 1e-3).go(3);
        for (int i = 0; i < 5; i++) {
            int b = run.body("b" + i);
            for (int k = 0; k < 2; k++) {
                assertEquals(reference.get(i).get(k).asDouble(), run.at(b, k), 1e-3, "box " + i);
            }
            // The reference sinks in by half a millimetre a box.
            assertEquals(0.1 + 0.2 * i, run.at(b, 2), 2e-4, "box " + i);
        }
    }

    @Test
    void a_sphere_rolls_as_far_as_the_reference() {
        JsonNode reference = last("sphere_slide_then_roll");
        SceneRun run = scene("sphere_slide_then_roll", 1e-3);
        int b = run.body("ball");
        run.launch(b, new double[] {2, 0, 0}, new double[3]).go(2);
        assertEquals(1, run.at(b, 0) / reference.get("xpos").get(0).get(0).asDouble(), 3e-3);
        assertEquals(1, run.speed(b, 0) / reference.get("qvel").get(0).asDouble(), 2e-3);
    }

    @Test
    void a_pile_of_spheres_loses_its_energy_and_stays_between_its_walls() {
        SceneRun run = scene("pile_20_spheres", 2e-3).go(4);
        for (int i = 0; i < 20; i++) {
            int b = run.body("s" + i);
            assertTrue(run.at(b, 0) > -0.3005 && run.at(b, 0) < 0.5005, "x of sphere " + i);
            assertTrue(run.at(b, 1) > -0.2005 && run.at(b, 1) < 0.5005, "y of sphere " + i);
            assertTrue(run.at(b, 2) > 0.0995, "z of sphere " + i);
        }
        // Nothing but sliding takes energy here: what rolls goes on rolling.
        assertTrue(run.world.kineticEnergy() < 0.1, "still " + run.world.kineticEnergy() + " J");
        assertEquals(
                1, run.energy() / (last("pile_20_spheres").get("energy").get(0).asDouble()), 0.1);
    }

    @Test
    void a_quadruped_under_position_servos_settles_as_the_reference() {
        JsonNode reference = last("go2_pd_stand").get("qpos");
        SceneRun run = go2(2e-3);
        // The reference's feet creep apart by 6 mm of height; these do not.
        assertEquals(reference.get(2).asDouble(), run.at(run.body("base"), 2), 8e-3);
        for (int j = 0; j < 12; j++) {
            assertEquals(reference.get(7 + j).asDouble(), run.world.q()[7 + j], 0.08, "joint " + j);
        }
    }

    private static SceneRun go2(double step) {
        SceneRun run = scene("go2_stand", step);
        double[] q = run.world.q().clone();
        double[] stand = {0, 0, 0.36, 0, 0, 0, 1};
        System.arraycopy(stand, 0, q, 0, 7);
        for (int j = 0; j < 12; j++) {
            double angle = new double[] {0, 0.9, -1.8}[j % 3];
            q[7 + j] = angle;
            run.world.actuators(0).setControl(j, angle);
        }
        run.world.teleport(q, new double[run.world.v().length]);
        return run.go(3);
    }

    @ParameterizedTest
    @CsvSource({
        "box_drop_flat, 3",
        "incline30_mu0.7_elliptic_impratio10, 1",
        "stack_5_boxes, 3",
    })
    void the_step_does_not_change_where_a_scene_settles(String name, double seconds) {
        double[] finest = scene(name, 5e-4).go(seconds).world.poses().clone();
        for (double step : new double[] {1e-3, 2e-3, 4e-3}) {
            SceneRun run = scene(name, step).go(seconds);
            assertTrue(run.moved(finest) < 1e-3, name + " at " + step + ": " + run.moved(finest));
        }
    }

    /** Its round feet roll a little while its legs give way after the fall, further the longer the step. */
    @Test
    void the_step_does_not_change_how_high_a_quadruped_stands() {
        SceneRun finest = go2(5e-4).go(3);
        double[] poses = finest.world.poses().clone();
        int base = finest.body("base");
        for (double step : new double[] {1e-3, 2e-3, 4e-3}) {
            SceneRun run = go2(step).go(3);
            assertEquals(poses[12 * base + 11], run.at(base, 2), 1e-3, "at " + step);
            assertTrue(run.moved(poses) < 1.5 * step, "at " + step + ": " + run.moved(poses));
        }
    }

    @Test
    void the_step_changes_a_sliding_or_rolling_distance_by_less_than_a_hundredth() {
        double[] slid = new double[4];
        double[] rolled = new double[4];
        double step = 5e-4;
        for (int i = 0; i < 4; i++, step *= 2) {
            SceneRun box = SceneRun.library("incline_slides.xml", SceneRun.every(step));
            int b = box.body("box");
            double from = box.at(b, 0);
            slid[i] = box.go(2).at(b, 0) - from;
            SceneRun ball = SceneRun.library("ball_rolls.xml", SceneRun.every(step));
            rolled[i] = ball.go(2).at(ball.body("ball"), 0);
            assertEquals(1, slid[i] / slid[0], 0.01, "slid at " + step);
            assertEquals(1, rolled[i] / rolled[0], 0.01, "rolled at " + step);
        }
    }
}
