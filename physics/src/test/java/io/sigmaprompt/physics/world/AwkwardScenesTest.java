package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenes on which contact solvers are known to stumble: edges, coins, corners, wedges, limits of friction. */
class AwkwardScenesTest {
    private static final double[] STILL = {0, 0, 0};

    private static SceneRun onFloor(String bodies, double step) {
        return SceneRun.of(
                "<worldbody><geom type='plane' size='9 9 1'/>" + bodies + "</worldbody>", SceneRun.every(step));
    }

    private static String free(String name, String place, String geom) {
        return "<body name='" + name + "' " + place + "><freejoint/><geom " + geom + "/></body>";
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 4e-3})
    void a_box_balanced_on_its_edge_stays_there(double step) {
        SceneRun run = onFloor(
                free("box", "pos='0 0 0.14142135623730953' euler='0 45 0'", "type='box' size='.1 .1 .1' mass='1'"),
                step);
        double[] poses = run.world.poses().clone();
        run.go(2);
        assertTrue(run.moved(poses) < 1e-6, "moved " + run.moved(poses));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 4e-3})
    void a_box_beside_that_balance_falls_on_its_face_and_gains_no_energy(double step) {
        SceneRun run =
                onFloor(free("box", "pos='0 0 .1414' euler='0 45.5 0'", "type='box' size='.1 .1 .1' mass='1'"), step);
        double[] last = {run.energy()};
        run.go(3, w -> {
            assertTrue(run.energy() < last[0] + 1e-9, "energy at " + w.time());
            last[0] = run.energy();
        });
        assertEquals(0.1, run.at(run.body("box"), 2), 1e-4);
        assertTrue(run.greatestSpeed() < 1e-6, "speed " + run.greatestSpeed());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 4e-3})
    void a_coin_rolls_straight_on_its_rim(double step) {
        SceneRun run = onFloor(
                free("coin", "pos='0 0 .05' euler='90 0 0'", "type='cylinder' size='.05 .004' mass='.05'"), step);
        int coin = run.body("coin");
        run.launch(coin, new double[] {1, 0, 0}, new double[] {0, 20, 0}).go(3);
        assertEquals(3, run.at(coin, 0), 1e-4);
        assertEquals(0, run.at(coin, 1), 1e-6);
        assertEquals(1, run.speed(coin, 0), 1e-6);
    }

    @Test
    void a_coin_that_spins_and_tumbles_gains_no_energy() {
        SceneRun run = onFloor(
                free("coin", "pos='0 0 .05' euler='90 0 0'", "type='cylinder' size='.05 .004' mass='.05'"), 1e-3);
        run.launch(run.body("coin"), STILL, new double[] {0.2, 0, 30});
        double[] last = {run.energy()};
        run.go(6, w -> {
            assertTrue(run.energy() < last[0] + 1e-9, "energy at " + w.time());
            last[0] = run.energy();
        });
        assertTrue(run.at(run.body("coin"), 2) > 0.0039, "through the floor");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 4e-3})
    void a_rod_that_leans_steeply_on_a_rough_wall_is_wedged(double step) {
        SceneRun run = SceneRun.of(
                "<default><geom friction='.9'/></default><worldbody><geom type='plane' size='9 9 1'/>"
                        + "<geom type='box' size='.1 1 1' pos='-.1 0 1'/>"
                        + free("rod", "pos='.15 0 .52' euler='0 -15 0'", "type='capsule' size='.02 .5' mass='1'")
                        + "</worldbody>",
                SceneRun.every(step));
        run.go(2);
        double[] poses = run.world.poses().clone();
        run.go(2);
        assertTrue(run.moved(poses) < 1e-7, "moved " + run.moved(poses));
        assertTrue(run.at(run.body("rod"), 2) > 0.5, "it slid down");
    }

    @Test
    void a_ball_thrown_into_a_corner_stays_inside_and_gains_no_energy() {
        SceneRun run = onFloor(
                "<geom type='plane' size='9 9 1' euler='0 90 0'/><geom type='plane' size='9 9 1' euler='-90 0 0'/>"
                        + free("ball", "pos='.3 .3 .3'", "size='.1' mass='1'"),
                1e-3);
        int ball = run.body("ball");
        run.launch(ball, new double[] {-3, -2.5, -1}, new double[] {5, 9, 2});
        double[] last = {run.energy()};
        run.go(1, w -> {
            for (int k = 0; k < 3; k++) {
                assertTrue(run.at(ball, k) > 0.1 - 1e-4, "out of the corner");
            }
            assertTrue(run.energy() < last[0] + 1e-9, "energy at " + w.time());
            last[0] = run.energy();
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 4e-3})
    void a_cylinder_and_a_capsule_roll_without_loss(double step) {
        SceneRun run = onFloor(
                free("drum", "pos='0 0 .1' euler='90 0 0'", "type='cylinder' size='.1 .2' mass='1'")
                        + free("pill", "pos='0 2 .1' euler='90 0 0'", "type='capsule' size='.1 .2' mass='1'"),
                step);
        int drum = run.body("drum");
        int pill = run.body("pill");
        run.launch(drum, new double[] {1, 0, 0}, new double[] {0, 10, 0});
        run.launch(pill, new double[] {1, 0, 0}, new double[] {0, 10, 0});
        run.go(3);
        for (int body : new int[] {drum, pill}) {
            assertEquals(3, run.at(body, 0), 1e-4);
            assertEquals(1, run.speed(body, 0), 1e-6);
            assertEquals(0.1, run.at(body, 2), 1e-5);
        }
    }

    @Test
    void cylinders_stand_on_each_other() {
        SceneRun run = onFloor(
                free("low", "pos='0 0 .2'", "type='cylinder' size='.1 .2' mass='1'")
                        + free("high", "pos='0 0 .5'", "type='cylinder' size='.1 .1' mass='1'"),
                2e-3);
        double[] poses = run.world.poses().clone();
        run.go(3);
        assertTrue(run.moved(poses) < 1e-7, "moved " + run.moved(poses));
    }

    /** Along a diagonal a pyramid in place of the cone would hold a part more or less. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 10, 22.5, 45, 60})
    void friction_gives_way_at_the_same_force_in_all_directions(double degrees) {
        for (double part : new double[] {0.999, 1.001}) {
            SceneRun run = SceneRun.of(
                    "<default><geom friction='.5'/></default><worldbody><geom type='plane' size='9 9 1'/>"
                            + free("box", "pos='0 0 .1'", "type='box' size='.1 .1 .1' mass='1'") + "</worldbody>",
                    SceneRun.every(2e-3));
            double force = part * 0.5 * 9.81;
            double fx = force * StrictMath.cos(StrictMath.toRadians(degrees));
            double fy = force * StrictMath.sin(StrictMath.toRadians(degrees));
            int box = run.body("box");
            // With the moment of a force at the height of the floor, so that the pressure stays even.
            run.world.push(box, new double[] {0.1 * fy, -0.1 * fx, 0, fx, fy, 0});
            run.go(2);
            double expected = part > 1 ? (part - 1) * 0.5 * 9.81 * 2 : 0;
            assertEquals(expected, Math.hypot(run.speed(box, 0), run.speed(box, 1)), 2e-6, "at " + degrees);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 4e-3})
    void two_cards_lean_on_each_other(double step) {
        SceneRun run = SceneRun.of(
                "<default><geom friction='.6' type='box' size='.002 .03 .05' mass='.002'/></default><worldbody>"
                        + "<geom name='floor' type='plane' size='9 9 1'/>"
                        + free("left", "pos='-.0185 0 .0478' euler='0 20 0'", "name='left'")
                        + free("right", "pos='.0185 0 .0478' euler='0 -20 0'", "name='right'") + "</worldbody>",
                SceneRun.every(step));
        run.go(1);
        double[] poses = run.world.poses().clone();
        run.go(2);
        assertTrue(run.at(run.body("left"), 2) > 0.045 && run.at(run.body("right"), 2) > 0.045, "they fell");
        assertTrue(run.moved(poses) < 1e-7, "moved " + run.moved(poses));
    }

    @Test
    void a_weight_that_lands_on_a_seesaw_comes_to_rest_at_its_stop() {
        SceneRun run = onFloor(
                "<body pos='0 0 .3'><joint axis='0 1 0' range='-20 20' limited='true'/>"
                        + "<geom type='box' size='1 .1 .02' mass='2'/></body>"
                        + free("light", "pos='-.8 0 .42'", "type='box' size='.1 .1 .1' mass='1'")
                        + free("heavy", "pos='.8 0 1.5'", "type='box' size='.1 .1 .1' mass='5'"),
                2e-3);
        double start = run.energy();
        run.go(4, w -> assertTrue(run.energy() < start + 1e-6, "energy at " + w.time()));
        assertTrue(run.greatestSpeed() < 1e-5, "speed " + run.greatestSpeed());
        assertTrue(run.penetration() < 1e-4, "overlap " + run.penetration());
    }

    @Test
    void a_ball_comes_to_rest_on_a_mesh() {
        SceneRun run = SceneRun.of(
                "<asset><mesh name='m' vertex='-1 -1 0 1 -1 0 1 1 0 -1 1 0 0 0 -.5'/></asset><worldbody>"
                        + "<geom type='mesh' mesh='m'/>" + free("ball", "pos='.013 .021 .6'", "size='.1' mass='1'")
                        + "</worldbody>",
                SceneRun.every(2e-3));
        run.go(2);
        assertTrue(run.greatestSpeed() < 1e-9, "speed " + run.greatestSpeed());
        assertTrue(run.penetration() < 1e-4, "overlap " + run.penetration());
    }

    /** Ten links of ten grams and ten kilograms below them, which only constraints hold together. */
    @Test
    void a_chain_of_pins_holds_a_thousand_times_the_weight_of_its_links() {
        StringBuilder bodies = new StringBuilder();
        StringBuilder pins = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            bodies.append("<body name='link")
                    .append(i)
                    .append("' pos='0 0 ")
                    .append(2 - 0.1 * i)
                    .append("'><freejoint/><geom type='capsule' size='.01' fromto='0 0 0 0 0 -.08' mass='.01'"
                            + " contype='0' conaffinity='0'/></body>");
            pins.append("<connect anchor='0 0 0' body1='link").append(i);
            pins.append(i == 0 ? "'/>" : "' body2='link" + (i - 1) + "'/>");
        }
        bodies.append(free("load", "pos='0 0 1'", "size='.05' pos='0 0 -.06' mass='10' contype='0' conaffinity='0'"));
        pins.append("<connect anchor='0 0 0' body1='load' body2='link9'/>");
        SceneRun run = SceneRun.of(
                "<worldbody>" + bodies + "</worldbody><equality>" + pins + "</equality>", SceneRun.every(1e-3));
        double start = run.energy();
        run.launch(run.body("load"), new double[] {0.3, 0, 0}, STILL)
                .go(1, w -> assertTrue(w.loopError() < 1e-6, () -> "open by " + w.loopError() + " at " + w.time()));
        assertTrue(run.energy() < start + 0.5 * 10 * 0.09 + 1e-3, "energy " + (run.energy() - start));
    }
}
