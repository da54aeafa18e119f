package io.sigmaprompt.physics.dynamics;

import static io.sigmaprompt.physics.dynamics.Agreement.assertWithin;
import static io.sigmaprompt.physics.dynamics.Agreement.derivative;
import static io.sigmaprompt.physics.dynamics.Agreement.norm;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The dynamics agree with the closed forms of mechanisms that have them. */
class AnalyticDynamicsTest {

    @ParameterizedTest
    @EnumSource
    void planarArmNeedsTheTorquesOfItsClosedForm(Kernel kernel) {
        JsonNode c = Corpus.json("analytic/planar_2r_inverse_dynamics.json");
        List<Inertia> inertias = new ArrayList<>();
        for (int k = 0; k < 2; k++) {
            double i = c.get("I").get(k).asDouble();
            inertias.add(new Inertia(
                    c.get("m").get(k).asDouble(), new Vec3(c.get("c").get(k).asDouble(), 0, 0), i, 0, 0, i, 0, i));
        }
        // About -y the x axis turns upwards.
        RobotModel arm = chain(
                JointType.CONTINUOUS,
                new Vec3(0, -1, 0),
                new Vec3(c.get("l").get(0).asDouble(), 0, 0),
                inertias);
        RobotDynamics dynamics = kernel.of(arm);
        double[] tau = new double[2];
        double[] matrix = new double[4];
        int samples = 0;
        for (JsonNode sample : c.get("samples")) {
            double[] q = Corpus.numbers(sample.get("q"));
            dynamics.inverseDynamics(q, Corpus.numbers(sample.get("v")), Corpus.numbers(sample.get("a")), tau);
            dynamics.massMatrix(q, matrix);
            double[] expected = Corpus.numbers(sample.get("tau"));
            assertWithin(expected, tau, 1e-13 * norm(expected));
            JsonNode rows = sample.get("M");
            double[] m = {
                rows.get(0).get(0).asDouble(),
                rows.get(0).get(1).asDouble(),
                rows.get(1).get(0).asDouble(),
                rows.get(1).get(1).asDouble()
            };
            assertWithin(m, matrix, 1e-14 * norm(m));
            samples++;
        }
        assertTrue(samples > 0);
    }

    @ParameterizedTest
    @EnumSource
    void doublePendulumSwingsInTheModesOfItsClosedForm(Kernel kernel) {
        JsonNode c = Corpus.json("analytic/double_pendulum_modes.json");
        List<Inertia> inertias = new ArrayList<>();
        for (int k = 0; k < 2; k++) {
            Vec3 bob = new Vec3(0, 0, -c.get("l").get(k).asDouble());
            inertias.add(new Inertia(c.get("m").get(k).asDouble(), bob, 0, 0, 0, 0, 0, 0));
        }
        RobotModel pendulum = chain(
                JointType.CONTINUOUS,
                new Vec3(0, 1, 0),
                new Vec3(0, 0, -c.get("l").get(0).asDouble()),
                inertias);
        RobotDynamics dynamics = kernel.of(pendulum);
        double[] m = new double[4];
        dynamics.massMatrix(new double[2], m);
        double[] first = stiffness(dynamics, new double[] {1, 0});
        double[] second = stiffness(dynamics, new double[] {0, 1});
        for (double omega : Corpus.numbers(c.get("omega"))) {
            double square = omega * omega;
            double[] k = {
                first[0] - square * m[0], second[0] - square * m[1], first[1] - square * m[2], second[1] - square * m[3]
            };
            assertEquals(0, k[0] * k[3] - k[1] * k[2], 1e-10 * norm(k) * norm(k), "mode of " + omega + " rad/s");
        }
    }

    /** How the gravity forces change along a direction from where all hangs. */
    private static double[] stiffness(RobotDynamics dynamics, double[] direction) {
        return derivative(
                t -> {
                    double[] tau = new double[2];
                    dynamics.gravityForces(new double[] {t * direction[0], t * direction[1]}, tau);
                    return tau;
                },
                0.05);
    }

    @ParameterizedTest
    @EnumSource
    void heavyTopPrecessesSteadilyAtTheRatesOfItsClosedForm(Kernel kernel) {
        JsonNode c = Corpus.json("analytic/heavy_top_steady_precession.json");
        double m = c.get("m").asDouble();
        double l = c.get("l").asDouble();
        double across = c.get("I1_pivot").asDouble() - m * l * l;
        Inertia body = new Inertia(
                m, new Vec3(0, 0, l), across, 0, 0, across, 0, c.get("I3").asDouble());
        RobotModel top = chain(JointType.SPHERICAL, new Vec3(0, 0, 1), Vec3.ZERO, List.of(body));
        RobotDynamics dynamics = kernel.of(top);
        double theta = c.get("theta").asDouble();
        double sin = StrictMath.sin(theta);
        double cos = StrictMath.cos(theta);
        // Leaning about x: the world's z is (0, sin θ, cos θ) in the body.
        double[] q = {StrictMath.sin(theta / 2), 0, 0, StrictMath.cos(theta / 2)};
        double w3 = c.get("w3").asDouble();
        double[] vdot = new double[3];
        for (String rate : List.of("omega_slow", "omega_fast")) {
            double precession = c.get(rate).asDouble();
            double spin = w3 - precession * cos;
            dynamics.forwardDynamics(q, new double[] {0, precession * sin, w3}, new double[3], vdot);
            // ω's rate is that of the spin's direction, which precesses: Ω z × ψ' e3.
            assertWithin(new double[] {precession * sin * spin, 0, 0}, vdot, 1e-13 * w3 * w3);
        }
    }

    /** Links of these inertias, each hanging on the one before at {@code step}. */
    private static RobotModel chain(JointType type, Vec3 axis, Vec3 step, List<Inertia> inertias) {
        List<Link> links = new ArrayList<>(List.of(new Link("base", Inertia.ZERO, List.of(), List.of())));
        List<Joint> joints = new ArrayList<>();
        for (int k = 0; k < inertias.size(); k++) {
            Pose origin = k == 0 ? Pose.IDENTITY : new Pose(step.x(), step.y(), step.z(), 0, 0, 0, 1);
            String parent = links.getLast().name();
            links.add(new Link("link" + k, inertias.get(k), List.of(), List.of()));
            joints.add(new Joint(
                    "joint" + k, type, parent, "link" + k, origin, axis, JointLimits.NONE, JointDynamics.NONE, null));
        }
        return new RobotModel("mechanism", false, links, joints);
    }
}
