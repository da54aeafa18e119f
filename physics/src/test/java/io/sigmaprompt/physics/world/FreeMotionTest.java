package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.Corpus;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Flight, tops, pendulums, springs and impacts in free space, against closed forms and conserved quantities. */
class FreeMotionTest {
    private static WorldSettings weightless(double step) {
        return SceneRun.every(step).withGravity(SceneRun.NO_WEIGHT);
    }

    private static SceneRun top(double[] inertia, double[] spin, double step) {
        // MJCF has no word for inertia that no body has, which the symmetric top's is.
        String urdf = String.format(
                Locale.ROOT,
                "<robot name='top'><link name='top'><inertial><mass value='1'/><inertia ixx='%s' iyy='%s' izz='%s'"
                        + " ixy='0' ixz='0' iyz='0'/></inertial></link></robot>",
                inertia[0],
                inertia[1],
                inertia[2]);
        RobotModel model = SceneRun.reading(urdf).model().withFloatingBase(true);
        SceneRun run = new SceneRun(new RobotReading(model, List.of()), weightless(step));
        double[] v = {spin[0], spin[1], spin[2], 0, 0, 0};
        run.world.teleport(run.world.q().clone(), v);
        return run;
    }

    @Test
    void whatIsPushedOutOfAnOverlapKeepsItsMomentum() {
        SceneRun run = SceneRun.of(
                "<worldbody><body name='a'><freejoint/><geom type='box' size='.1 .1 .1' mass='1'/></body>"
                        + "<body name='b' pos='.22 .07 .03' euler='20 30 40'><freejoint/>"
                        + "<geom type='ellipsoid' size='.1 .2 .15' mass='2.5'/></body></worldbody>",
                weightless(1e-3));
        run.launch(run.body("a"), new double[] {2, 0.1, 0}, new double[] {0.3, 0.2, 1});
        run.launch(run.body("b"), new double[] {-0.5, 0, 0}, new double[] {0.2, 0.1, -0.5});
        double[] corrected = {0};
        run.go(0.2, world -> {
            corrected[0] = Math.max(corrected[0], run.penetration());
            double[] sum = new double[3];
            for (int body : new int[] {run.body("a"), run.body("b")}) {
                double mass = body == run.body("a") ? 1 : 2.5;
                for (int k = 0; k < 3; k++) {
                    sum[k] += mass * world.velocities()[6 * body + 3 + k];
                }
            }
            assertEquals(0.75, sum[0], 1e-12);
            assertEquals(0.1, sum[1], 1e-12);
            assertEquals(0, sum[2], 1e-12);
        });
        assertTrue(corrected[0] > 1.1e-5, "overlap " + corrected[0]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-2, 3e-2})
    void aJointsSpringThatTheStepResolvesKeepsItsEnergy(double step) {
        SceneRun run = SceneRun.of(
                "<worldbody><body><joint type='slide' axis='1 0 0' stiffness='100'/><geom size='.1' mass='1'/></body></worldbody>",
                weightless(step));
        run.world.teleport(new double[] {0.2}, new double[1]);
        double[] farthest = {0};
        run.go(90);
        run.go(10, world -> farthest[0] = Math.max(farthest[0], Math.abs(world.q()[0])));
        assertEquals(0.2, farthest[0], 0.2 * (0.5 * 10 * step) * (0.5 * 10 * step) + 1e-4);
    }

    /** Angular momentum in the world of a lone body with principal axes. */
    private static double[] momentum(World world, double[] inertia) {
        double[] r = world.poses();
        int o = r.length - 12;
        double[] out = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                out[i] += r[o + 3 * i + k] * inertia[k] * world.v()[k];
            }
        }
        return out;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    @Test
    void a_projectile_flies_its_parabola_whatever_the_step() {
        JsonNode reference = Corpus.json("analytic/projectile.json");
        for (double step : new double[] {0.001, 0.01}) {
            SceneRun run = SceneRun.of(
                    "<worldbody><body name='it' pos='0 0 1'><freejoint/><geom type='box' size='.1 .2 .3' mass='3'/></body>"
                            + "</worldbody>",
                    SceneRun.every(step));
            int b = run.body("it");
            run.launch(b, Corpus.numbers(reference.get("v0")), new double[] {0, 0, 0});
            for (JsonNode sample : reference.get("samples")) {
                if (sample.get("t").asDouble() > 0) {
                    run.go(0.01);
                }
                for (int k = 0; k < 3; k++) {
                    assertEquals(sample.get("p").get(k).asDouble(), run.at(b, k), 1e-11);
                    assertEquals(sample.get("v").get(k).asDouble(), run.speed(b, k), 1e-11);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"torque_free_symmetric_top", "torque_free_asymmetric_top"})
    void a_free_top_keeps_its_energy_and_momentum(String name) {
        JsonNode reference = Corpus.json("analytic/" + name + ".json");
        double[] inertia = Corpus.numbers(reference.get("I"));
        SceneRun run = top(inertia, Corpus.numbers(reference.get("w0")), 1e-3);
        double[] start = momentum(run.world, inertia);
        double energy = reference.get("energy").asDouble();
        double size = distance(start, new double[3]);
        run.go(20, w -> {
            assertEquals(1, w.kineticEnergy() / energy, 1e-10);
            assertEquals(1, distance(momentum(w, inertia), new double[3]) / size, 1e-10);
            assertTrue(
                    distance(momentum(w, inertia), start) < 1e-9 * size,
                    () -> "momentum turned by " + distance(momentum(w, inertia), start) / size + " at " + w.time());
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-3, 1e-2, 5e-2})
    void the_direction_of_angular_momentum_stays_whatever_the_step(double step) {
        double[] inertia = {0.3, 0.5, 0.7};
        SceneRun run = top(inertia, new double[] {2, 5, -3}, step);
        double[] start = momentum(run.world, inertia);
        run.go(2);
        assertEquals(0, distance(momentum(run.world, inertia), start) / distance(start, new double[3]), 1e-11);
    }

    @ParameterizedTest
    @CsvSource({"torque_free_symmetric_top, 2, 200", "torque_free_asymmetric_top, 1, 50"})
    void halving_the_step_quarters_a_tops_error(String name, double seconds, int sample) {
        JsonNode reference = Corpus.json("analytic/" + name + ".json");
        double[] inertia = Corpus.numbers(reference.get("I"));
        double[] rates = Corpus.numbers(reference.get("samples").get(sample).get("w_body"));
        double[] errors = new double[3];
        double step = 4e-3;
        for (int i = 0; i < errors.length; i++, step /= 2) {
            SceneRun run =
                    top(inertia, Corpus.numbers(reference.get("w0")), step).go(seconds);
            double[] v = run.world.v();
            errors[i] = distance(new double[] {v[0], v[1], v[2]}, rates);
        }
        assertEquals(4, errors[0] / errors[1], 0.4);
        assertEquals(4, errors[1] / errors[2], 0.4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.003, 0.004, 0.005, 0.05, 2})
    void a_top_that_turns_by_radians_in_a_step_keeps_its_energy(double step) {
        SceneRun run = top(new double[] {0.001, 0.0035, 0.004}, new double[] {1, 1000, 1}, step);
        double energy = run.world.kineticEnergy();
        run.go(100 * step);
        assertEquals(1, run.world.kineticEnergy() / energy, 1e-6);
    }

    @Test
    void spheres_that_meet_head_on_keep_momentum_and_energy() {
        JsonNode reference = Corpus.json("analytic/collision_1d.json");
        double[] m = Corpus.numbers(reference.get("m"));
        double[] u = Corpus.numbers(reference.get("u"));
        double[] after = Corpus.numbers(reference.get("v_after"));
        SceneRun run = spheres("-0.5 0 0", m[0], "0.5 0 0", m[1]);
        int a = run.body("a");
        int b = run.body("b");
        run.launch(a, new double[] {u[0], 0, 0}, new double[3]);
        run.launch(b, new double[] {u[1], 0, 0}, new double[3]);
        run.go(0.5, w -> {
            assertEquals(m[0] * u[0] + m[1] * u[1], m[0] * run.speed(a, 0) + m[1] * run.speed(b, 0), 1e-10);
        });
        assertEquals(after[0], run.speed(a, 0), 1e-9);
        assertEquals(after[1], run.speed(b, 0), 1e-9);
    }

    @Test
    void spheres_that_meet_off_centre_part_at_right_angles() {
        JsonNode reference = Corpus.json("analytic/collision_oblique.json");
        double speed = reference.get("v").asDouble();
        SceneRun run = spheres("-0.5 0 0", 1, "0 0.1 0", 1);
        int a = run.body("a");
        int b = run.body("b");
        run.launch(a, new double[] {speed, 0, 0}, new double[3]);
        run.go(1, w -> {
            assertEquals(speed, run.speed(a, 0) + run.speed(b, 0), 1e-10);
            assertEquals(0, run.speed(a, 1) + run.speed(b, 1), 1e-10);
            assertEquals(0, run.speed(a, 2) + run.speed(b, 2), 1e-10);
        });
        double[] target = Corpus.numbers(reference.get("target_v"));
        double[] striker = Corpus.numbers(reference.get("striker_v"));
        // The normal is that at the start of the step of impact, up to 2 mm before touch.
        for (int k = 0; k < 2; k++) {
            assertEquals(target[k], run.speed(b, k), 0.02);
            assertEquals(striker[k], run.speed(a, k), 0.02);
        }
        assertEquals(speed * speed / 2, run.world.kineticEnergy(), 1e-9);
    }

    private static SceneRun spheres(String first, double m, String second, double n) {
        return SceneRun.of(
                "<custom><numeric name='restitution' data='1'/></custom><default><geom size='0.1' condim='1'/></default>"
                        + "<worldbody><body name='a' pos='" + first + "'><freejoint/><geom mass='" + m + "'/></body>"
                        + "<body name='b' pos='" + second + "'><freejoint/><geom mass='" + n + "'/></body></worldbody>",
                weightless(1e-3));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 90, 170})
    void a_pendulum_swings_with_its_exact_period(int amplitude) {
        JsonNode reference = Corpus.json("analytic/pendulum_" + amplitude + "deg.json");
        double period = reference.get("period").asDouble();
        SceneRun run = SceneRun.of(
                "<worldbody><body name='bob'><joint axis='0 1 0'/>"
                        + "<inertial pos='0 0 -1' mass='1' diaginertia='1e-9 1e-9 1e-9'/></body></worldbody>",
                SceneRun.every(1e-4));
        run.world.teleport(new double[] {StrictMath.toRadians(amplitude)}, new double[1]);
        double[] crossings = new double[2];
        double[] last = {run.world.q()[0], 0};
        double[] fastest = {0};
        run.go(2.2 * period, w -> {
            double q = w.q()[0];
            fastest[0] = Math.max(fastest[0], Math.abs(w.v()[0]));
            if (last[0] > 0 && q <= 0 && last[1] < 2) {
                crossings[(int) last[1]++] = w.time() - 1e-4 * q / (q - last[0]);
            }
            last[0] = q;
        });
        assertEquals(1, (crossings[1] - crossings[0]) / period, 2e-4);
        assertEquals(1, fastest[0] / reference.get("v_bottom").asDouble(), 1e-3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"under", "critical", "over"})
    void a_spring_and_damper_follow_their_exponentials(String name) {
        JsonNode reference = Corpus.json("analytic/spring_damper_" + name + ".json");
        SceneRun run = SceneRun.of(
                "<worldbody><body><joint type='slide' axis='1 0 0' stiffness='"
                        + reference.get("k").asDouble() + "' damping='"
                        + reference.get("c").asDouble()
                        + "'/><geom size='.05' mass='1'/></body></worldbody>",
                SceneRun.every(1e-4));
        run.world.teleport(new double[] {0.1}, new double[1]);
        double worst = 0;
        for (int i = 1; i <= 200; i++) {
            run.go(0.01);
            worst = Math.max(
                    worst,
                    Math.abs(reference.get("samples").get(i).get("x").asDouble()
                            - run.world.q()[0]));
        }
        assertTrue(worst < 2e-4, "off by " + worst);
    }
}
