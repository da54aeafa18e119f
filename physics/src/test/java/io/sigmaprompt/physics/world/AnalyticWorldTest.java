package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.Corpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Sliding, rolling, bouncing and lying, against their closed forms at a step of 1 ms. */
class AnalyticWorldTest {
    private static final double[] STILL = {0, 0, 0};

    /** A plane that falls along x by an angle, and what stands on it at the origin, h above it. */
    private static SceneRun slope(double degrees, double mu, double height, String geom, double step) {
        double a = StrictMath.toRadians(degrees);
        return SceneRun.of(
                String.format(
                        Locale.ROOT,
                        "<default><geom friction='%s'/></default><worldbody>"
                                + "<geom name='slope' type='plane' size='9 9 1' euler='0 %s 0'/>"
                                + "<body name='it' pos='%.17g 0 %.17g' euler='0 %s 0'><freejoint/>%s</body></worldbody>",
                        mu,
                        degrees,
                        height * StrictMath.sin(a),
                        height * StrictMath.cos(a),
                        degrees,
                        geom),
                SceneRun.every(step));
    }

    private static final String BOX = "<geom type='box' size='.1 .1 .1' mass='2'/>";
    private static final String BALL = "<geom size='.1' mass='1'/>";

    /** The way that the body "it" has gone from where it began. */
    private static double way(SceneRun run, double[] from) {
        int b = run.body("it");
        return Math.hypot(run.at(b, 0) - from[0], run.at(b, 2) - from[2]);
    }

    private static double[] place(SceneRun run) {
        int b = run.body("it");
        return new double[] {run.at(b, 0), run.at(b, 1), run.at(b, 2)};
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0", "0.4"})
    void a_block_slides_down_a_slope_by_the_closed_form(String mu) {
        JsonNode reference = Corpus.json("analytic/incline_30deg_mu" + mu + ".json");
        SceneRun run = slope(30, Double.parseDouble(mu), 0.1, BOX, 1e-3);
        double[] from = place(run);
        for (int i = 10; i <= 200; i += 10) {
            run.go(0.1);
            JsonNode sample = reference.get("samples").get(i);
            double v = sample.get("v").asDouble();
            int b = run.body("it");
            assertEquals(1, Math.hypot(run.speed(b, 0), run.speed(b, 2)) / v, 1e-6);
            // Half a step's way off at most, which is a thousandth from one second on.
            assertEquals(sample.get("s").asDouble(), way(run, from), 0.6e-3 * v);
            assertTrue(Math.abs(run.at(b, 1)) < 1e-6 && Math.abs(run.spin(b, 1)) < 1e-6);
        }
        assertEquals(
                1, way(run, from) / reference.get("samples").get(200).get("s").asDouble(), 1e-3);
    }

    @Test
    void a_block_that_sticks_creeps_less_than_a_micrometre_in_two_seconds() {
        SceneRun run = slope(30, 0.7, 0.1, BOX, 1e-3);
        double[] from = place(run);
        run.go(2);
        assertTrue(way(run, from) < 1e-6, "crept " + way(run, from));
    }

    @Test
    void a_sliding_block_stops_where_friction_has_taken_its_energy() {
        JsonNode reference = Corpus.json("analytic/sliding_block_stops.json");
        SceneRun run = slope(0, reference.get("mu").asDouble(), 0.1, BOX, 1e-3);
        int b = run.body("it");
        run.launch(b, new double[] {reference.get("v0").asDouble(), 0, 0}, STILL);
        for (int i = 10; i < 150; i += 10) {
            run.go(0.1);
            assertEquals(reference.get("samples").get(i).get("x").asDouble(), run.at(b, 0), 1.1e-3, "at " + i);
        }
        // Half a step's way at the starting speed, 1 mm, is 0.15 % of the distance.
        assertEquals(1, run.at(b, 0) / reference.get("stop_distance").asDouble(), 2e-3);
        double stopped = run.at(b, 0);
        run.go(1);
        assertEquals(stopped, run.at(b, 0), 1e-7);
    }

    @Test
    void a_sliding_sphere_ends_rolling_at_five_sevenths_of_its_speed() {
        JsonNode reference = Corpus.json("analytic/sphere_slides_then_rolls.json");
        SceneRun run = slope(0, reference.get("mu").asDouble(), 0.1, BALL, 1e-3);
        int b = run.body("it");
        run.launch(b, new double[] {reference.get("v0").asDouble(), 0, 0}, STILL);
        run.go(0.1);
        assertEquals(reference.get("samples").get(10).get("omega").asDouble(), run.spin(b, 1), 1e-2);
        run.go(0.9);
        double v = reference.get("final_v").asDouble();
        assertEquals(1, run.speed(b, 0) / v, 1e-3);
        assertEquals(1, run.spin(b, 1) * 0.1 / v, 1e-3);
        double x = run.at(b, 0);
        assertEquals(1, x / reference.get("samples").get(100).get("x").asDouble(), 1e-3);
        run.go(1);
        assertEquals(v, run.at(b, 0) - x, 1e-3 * v);
    }

    @Test
    void a_sphere_rolls_down_a_slope_with_five_sevenths_of_the_pull() {
        JsonNode reference = Corpus.json("analytic/sphere_rolls_down_incline.json");
        SceneRun run = slope(20, reference.get("mu").asDouble(), 0.1, BALL, 1e-3);
        double[] from = place(run);
        run.go(1);
        assertEquals(
                1, way(run, from) / reference.get("samples").get(100).get("s").asDouble(), 1e-3);
    }

    @Test
    void a_ball_bounces_at_the_times_and_to_the_heights_of_the_series() {
        JsonNode reference = Corpus.json("analytic/bouncing_ball.json");
        double[] times = Corpus.numbers(reference.get("impact_times"));
        double[] heights = Corpus.numbers(reference.get("apex_heights"));
        SceneRun run = SceneRun.of(
                "<custom><numeric name='restitution' data='0.8'/></custom><worldbody><geom type='plane' size='1 1 1'/>"
                        + "<body name='it' pos='0 0 1.05'><freejoint/><geom size='.05' mass='.2'/></body></worldbody>",
                SceneRun.every(1e-3));
        int b = run.body("it");
        List<Double> impacts = new ArrayList<>();
        List<Double> apexes = new ArrayList<>();
        double[] last = {0, 0, 0};
        run.go(3.5, w -> {
            if (last[0] < 0 && run.speed(b, 2) > 0) {
                impacts.add(w.time());
                // Speed of approach and of parting, at the floor's height, by energy.
                double down = Math.sqrt(last[0] * last[0] + 2 * 9.81 * (last[1] - 0.05));
                double up = Math.sqrt(run.speed(b, 2) * run.speed(b, 2) + 2 * 9.81 * (run.at(b, 2) - 0.05));
                assertEquals(1, up / down / 0.8, 0.01, "bounce " + impacts.size());
                apexes.add(0.0);
            }
            last[0] = run.speed(b, 2);
            last[1] = run.at(b, 2);
            if (!apexes.isEmpty()) {
                apexes.set(apexes.size() - 1, Math.max(apexes.getLast(), run.at(b, 2) - 0.05));
            }
        });
        assertTrue(impacts.size() >= 9, "bounces: " + impacts.size());
        for (int i = 0; i < 9; i++) {
            assertEquals(times[i], impacts.get(i), 0.004, "impact " + i);
        }
        for (int i = 0; i < 5; i++) {
            assertEquals(1, apexes.get(i) / heights[i], 0.02, "apex " + i);
        }
    }

    @Test
    void a_ball_at_rest_after_its_bounces_stays_at_rest() {
        SceneRun run = SceneRun.library("ball_bounces.xml", SceneRun.every(1e-3));
        run.go(12);
        double[] poses = run.world.poses().clone();
        run.go(1);
        assertTrue(run.moved(poses) < 1e-8, "moved " + run.moved(poses));
        assertEquals(0.05, run.at(run.body("lively"), 2), 1e-4);
    }

    @Test
    void a_stack_hands_down_its_weight_box_by_box() {
        JsonNode reference = Corpus.json("analytic/static_force.json");
        double[] forces = Corpus.numbers(reference.get("forces"));
        SceneRun run = SceneRun.library("stack5.xml", SceneRun.every(1e-3)).go(0.5);
        double[] sums = new double[forces.length];
        for (int i = 0; i < run.world.contacts().count(); i++) {
            double z = run.world.contacts().geometry[7 * i + 5];
            int level = (int) Math.rint(z / 0.1);
            sums[level] += Math.abs(run.world.contactImpulses()[3 * i + 2]) / 1e-3;
        }
        for (int k = 0; k < forces.length; k++) {
            assertEquals(1, sums[k] / forces[k], 1e-5, "below box " + k);
        }
    }
}
