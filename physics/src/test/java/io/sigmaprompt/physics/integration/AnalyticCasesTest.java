package io.sigmaprompt.physics.integration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.dynamics.Corpus;
import io.sigmaprompt.physics.dynamics.Kernel;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.spatial.Rotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Closed forms of mechanics, each read from its file, met by the methods of high order. */
class AnalyticCasesTest {
    enum Method {
        RUNGE_KUTTA_4(4000),
        DORMAND_PRINCE(1);

        /** Steps a second. */
        private final int rate;

        Method(int rate) {
            this.rate = rate;
        }

        void run(EquationsOfMotion equations, double[] q, double[] v, double from, double to) {
            SmoothIntegrator integrator =
                    this == RUNGE_KUTTA_4 ? new RungeKutta4(equations) : new DormandPrince(equations, 1e-12);
            int steps = (int) Math.ceil((to - from) * rate);
            double dt = (to - from) / steps;
            for (int k = 0; k < steps; k++) {
                integrator.step(from + k * dt, q, v, dt);
            }
        }
    }

    private static JsonNode file(String name) {
        return Corpus.json("analytic/" + name + ".json");
    }

    private static double number(JsonNode file, String field) {
        return file.get(field).asDouble();
    }

    /** A method over a kernel. */
    record Way(Method method, Kernel kernel) {
        SmoothSystem system(RobotModel model, JsonNode file) {
            return new SmoothSystem(kernel.of(model, new Vec3(0, 0, -number(file, "gravity"))));
        }

        SmoothSystem weightless(RobotModel model) {
            return new SmoothSystem(kernel.of(model, Vec3.ZERO));
        }

        void run(EquationsOfMotion equations, double[] q, double[] v, double from, double to) {
            method.run(equations, q, v, from, to);
        }
    }

    static List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        for (Kernel kernel : Kernel.values()) {
            for (Method method : Method.values()) {
                ways.add(new Way(method, kernel));
            }
        }
        return ways;
    }

    @ParameterizedTest
    @ValueSource(strings = {"pendulum_10deg", "pendulum_90deg", "pendulum_170deg"})
    void aPendulumPassesTheBottomAfterAQuarterOfItsPeriod(String name) {
        JsonNode file = file(name);
        RobotModel model = Mechanism.onTheGround().rod(0, 1, number(file, "L")).model();
        for (Way way : ways()) {
            double[] q = {StrictMath.toRadians(number(file, "amplitude_deg"))};
            double[] v = {0};
            way.run(way.system(model, file), q, v, 0, number(file, "period") / 4);
            assertEquals(0, q[0], 1e-9, way.toString());
            assertEquals(-number(file, "v_bottom"), v[0] * number(file, "L"), 1e-9, way.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aCompoundPendulumSwingsAtItsFrequency(Way way) {
        JsonNode file = file("compound_pendulum_small");
        double inertia = number(file, "I_com");
        RobotModel model = Mechanism.onTheGround()
                .link(
                        JointType.CONTINUOUS,
                        Mechanism.Y,
                        Vec3.ZERO,
                        number(file, "m"),
                        new Vec3(0, 0, -number(file, "d")),
                        new Vec3(inertia, inertia, inertia),
                        JointDynamics.NONE)
                .model();
        double amplitude = 1e-4;
        double[] q = {amplitude};
        double[] v = {0};
        way.run(way.system(model, file), q, v, 0, 0.5 * Math.PI / number(file, "omega"));
        assertEquals(0, q[0], 1e-8 * amplitude);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aDoublePendulumSwingsInItsModes(Way way) {
        JsonNode file = file("double_pendulum_modes");
        double[] m = Corpus.numbers(file.get("m"));
        double[] l = Corpus.numbers(file.get("l"));
        SmoothSystem system = way.system(
                Mechanism.onTheGround().rod(0, m[0], l[0]).rod(l[0], m[1], l[1]).model(), file);
        for (double omega : Corpus.numbers(file.get("omega"))) {
            // The mode's absolute angles, from the first row of (K - omega² M) a = 0.
            double first = omega * omega * m[1] * l[1];
            double second = (m[0] + m[1]) * (number(file, "gravity") - omega * omega * l[0]);
            double scale = 1e-5 / Math.max(Math.abs(first), Math.abs(second));
            double[] q = {scale * first, scale * (second - first)};
            double[] v = {0, 0};
            way.run(system, q, v, 0, 0.5 * Math.PI / omega);
            assertArrayEquals(new double[2], q, 1e-12, "omega " + omega);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aHeavyTopPrecessesSteadilySlowlyOrFast(Way way) {
        JsonNode file = file("heavy_top_steady_precession");
        double m = number(file, "m");
        double l = number(file, "l");
        double across = number(file, "I1_pivot") - m * l * l;
        double theta = number(file, "theta");
        RobotModel model = Mechanism.onTheGround()
                .link(
                        JointType.SPHERICAL,
                        Mechanism.Z,
                        Vec3.ZERO,
                        m,
                        new Vec3(0, 0, l),
                        new Vec3(across, across, number(file, "I3")),
                        JointDynamics.NONE)
                .model();
        for (String which : new String[] {"omega_slow", "omega_fast"}) {
            double omega = number(file, which);
            double[] q = {0, StrictMath.sin(0.5 * theta), 0, StrictMath.cos(0.5 * theta)};
            double[] v = {-omega * StrictMath.sin(theta), 0, number(file, "w3")};
            way.run(way.system(model, file), q, v, 0, 1);
            double[] r = new double[9];
            Rotation.fromQuaternion(q, 0, r, 0);
            double[] axis = {r[2], r[5], r[8]};
            double[] expected = {
                StrictMath.sin(theta) * StrictMath.cos(omega),
                StrictMath.sin(theta) * StrictMath.sin(omega),
                StrictMath.cos(theta)
            };
            assertArrayEquals(expected, axis, way.method() == Method.RUNGE_KUTTA_4 ? 2e-6 : 1e-9, which);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aSymmetricTopsRatesTurnAsTheyMust(Way way) {
        JsonNode file = file("torque_free_symmetric_top");
        double[] inertia = Corpus.numbers(file.get("I"));
        SmoothSystem system = way.weightless(Mechanism.freeBody(1, inertia[0], inertia[1], inertia[2]));
        double[] q = {0, 0, 0, 0, 0, 0, 1};
        double[] v = Arrays.copyOf(Corpus.numbers(file.get("w0")), 6);
        double[] spin = angularMomentum(inertia, q, v);
        assertEquals(number(file, "L_norm"), norm(spin), 1e-15);
        double t = 0;
        for (JsonNode sample : file.get("samples")) {
            double next = number(sample, "t");
            way.run(system, q, v, t, next);
            t = next;
            assertArrayEquals(Corpus.numbers(sample.get("w_body")), first3(v), 1e-8, "at " + t);
        }
        assertEquals(number(file, "energy"), system.dynamics().kineticEnergy(q, v), 1e-9);
        assertArrayEquals(spin, angularMomentum(inertia, q, v), 1e-8);
        // The body's axis circles around the angular momentum at the precession rate.
        double[] r = new double[9];
        Rotation.fromQuaternion(q, 3, r, 0);
        double[] axis = {r[2], r[5], r[8]};
        assertArrayEquals(turned(new double[] {0, 0, 1}, spin, number(file, "precession_rate") * t), axis, 1e-7);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anAsymmetricTopTumblesAsDzhanibekovSaw(Way way) {
        JsonNode file = file("torque_free_asymmetric_top");
        double[] inertia = Corpus.numbers(file.get("I"));
        SmoothSystem system = way.weightless(Mechanism.freeBody(1, inertia[0], inertia[1], inertia[2]));
        double[] q = {0, 0, 0, 0, 0, 0, 1};
        double[] v = Arrays.copyOf(Corpus.numbers(file.get("w0")), 6);
        double t = 0;
        for (JsonNode sample : file.get("samples")) {
            double next = number(sample, "t");
            way.run(system, q, v, t, next);
            t = next;
            assertArrayEquals(Corpus.numbers(sample.get("w_body")), first3(v), 1e-7, "at " + t);
            double[] given = Corpus.numbers(sample.get("quat_wxyz"));
            double sign = given[0] * q[6] + given[1] * q[3] + given[2] * q[4] + given[3] * q[5] < 0 ? -1 : 1;
            double[] found = {sign * q[6], sign * q[3], sign * q[4], sign * q[5]};
            assertArrayEquals(given, found, 1e-7, "at " + t);
        }
        assertEquals(number(file, "energy"), system.dynamics().kineticEnergy(q, v), 1e-10);
        assertArrayEquals(Corpus.numbers(file.get("L_world")), angularMomentum(inertia, q, v), 1e-10);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aTumblingBodyFliesAlongTheParabola(Way way) {
        JsonNode file = file("projectile");
        SmoothSystem system = way.system(Mechanism.freeBody(2.5, 0.02, 0.03, 0.04), file);
        double[] p = Corpus.numbers(file.get("p0"));
        double[] v0 = Corpus.numbers(file.get("v0"));
        double[] q = {p[0], p[1], p[2], 0, 0, 0, 1};
        double[] v = {3, -2, 5, v0[0], v0[1], v0[2]};
        double t = 0;
        for (JsonNode sample : file.get("samples")) {
            double next = number(sample, "t");
            way.run(system, q, v, t, next);
            t = next;
            assertArrayEquals(Corpus.numbers(sample.get("p")), first3(q), 1e-9, "at " + t);
            double[] r = new double[9];
            Rotation.fromQuaternion(q, 3, r, 0);
            double[] world = new double[3];
            for (int k = 0; k < 3; k++) {
                world[k] = r[3 * k] * v[3] + r[3 * k + 1] * v[4] + r[3 * k + 2] * v[5];
            }
            assertArrayEquals(Corpus.numbers(sample.get("v")), world, 1e-9, "at " + t);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring_damper_under", "spring_damper_critical", "spring_damper_over"})
    void aSpringAndADamperBringAMassToRest(String name) {
        JsonNode file = file(name);
        for (Way way : ways()) {
            SmoothSystem system = springDamper(way.kernel(), file);
            double[] q = {file.get("samples").get(0).get("x").asDouble()};
            double[] v = {file.get("samples").get(0).get("v").asDouble()};
            double t = 0;
            for (JsonNode sample : file.get("samples")) {
                double next = number(sample, "t");
                way.run(system, q, v, t, next);
                t = next;
                assertEquals(number(sample, "x"), q[0], 1e-10, way + " at " + t);
                assertEquals(number(sample, "v"), v[0], 1e-9, way + " at " + t);
            }
        }
    }

    private static SmoothSystem springDamper(Kernel kernel, JsonNode file) {
        double k = number(file, "k");
        RobotModel model = Mechanism.onTheGround()
                .link(
                        JointType.PRISMATIC,
                        Mechanism.X,
                        Vec3.ZERO,
                        number(file, "m"),
                        Vec3.ZERO,
                        Vec3.ZERO,
                        new JointDynamics(number(file, "c"), 0, 0))
                .model();
        return new SmoothSystem(kernel.of(model), (t, q, v, tau) -> tau[0] -= k * q[0]);
    }

    @Test
    void aStackRestsOnTheForcesBetweenItsBoxes() {
        JsonNode file = file("static_force");
        double[] forces = Corpus.numbers(file.get("forces"));
        Mechanism stack = Mechanism.onTheGround();
        for (int k = 0; k < file.get("n").asInt(); k++) {
            stack.link(
                    JointType.PRISMATIC,
                    Mechanism.Z,
                    Vec3.ZERO,
                    number(file, "m"),
                    Vec3.ZERO,
                    Vec3.ZERO,
                    JointDynamics.NONE);
        }
        RobotModel model = stack.model();
        Vec3 gravity = new Vec3(0, 0, -number(file, "gravity"));
        Effort between = (t, q, v, tau) -> {
            for (int k = 0; k < forces.length; k++) {
                tau[k] += forces[k];
            }
        };
        for (Way way : ways()) {
            SmoothSystem system = new SmoothSystem(way.kernel().of(model, gravity), between);
            double[] q = new double[model.nq()];
            double[] v = new double[model.nv()];
            way.run(system, q, v, 0, 1);
            assertArrayEquals(new double[q.length], q, 1e-12);
            assertArrayEquals(new double[v.length], v, 1e-12);
        }
    }

    /** In the world's axes. */
    private static double[] angularMomentum(double[] inertia, double[] q, double[] v) {
        double[] r = new double[9];
        Rotation.fromQuaternion(q, 3, r, 0);
        double[] out = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                out[i] += r[3 * i + k] * inertia[k] * v[k];
            }
        }
        return out;
    }

    /** A vector turned about an axis (Rodrigues). */
    private static double[] turned(double[] x, double[] about, double angle) {
        double n = norm(about);
        double[] e = {about[0] / n, about[1] / n, about[2] / n};
        double along = e[0] * x[0] + e[1] * x[1] + e[2] * x[2];
        double[] cross = {e[1] * x[2] - e[2] * x[1], e[2] * x[0] - e[0] * x[2], e[0] * x[1] - e[1] * x[0]};
        double[] out = new double[3];
        for (int k = 0; k < 3; k++) {
            out[k] = x[k] * StrictMath.cos(angle)
                    + cross[k] * StrictMath.sin(angle)
                    + e[k] * along * (1 - StrictMath.cos(angle));
        }
        return out;
    }

    private static double norm(double[] x) {
        return Math.sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
    }

    private static double[] first3(double[] x) {
        return Arrays.copyOf(x, 3);
    }
}
