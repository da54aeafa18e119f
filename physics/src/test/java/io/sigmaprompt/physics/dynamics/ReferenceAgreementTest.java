package io.sigmaprompt.physics.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.RobotModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The dynamics agree with Pinocchio on every robot and state of the reference data. */
class ReferenceAgreementTest {
    private static final Map<String, double[]> WORST = new TreeMap<>();

    static java.util.List<String> robots() {
        return Corpus.robots();
    }

    @AfterAll
    static void writeTable() throws IOException {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%-16s %8s %8s %8s %8s %8s %8s %8s %8s%n",
                "robot",
                "rnea",
                "aba",
                "crba",
                "gravity",
                "nle",
                "poses",
                "com",
                "energy"));
        WORST.forEach((name, worst) -> {
            table.append(String.format(Locale.ROOT, "%-16s", name));
            for (double w : worst) {
                table.append(String.format(Locale.ROOT, " %8.1e", w));
            }
            table.append(System.lineSeparator());
        });
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "reference-agreement.txt"), table);
    }

    @ParameterizedTest
    @MethodSource("robots")
    void agreesWithPinocchio(String name) {
        RobotModel model = Corpus.robot(name);
        JsonNode robot = Corpus.json("rbd/" + name + ".json");
        int nv = model.nv();
        assertEquals(robot.get("nv").asInt(), nv);
        RecursiveNewtonEuler rnea = new RecursiveNewtonEuler(model);
        ArticulatedBody aba = new ArticulatedBody(model);
        CompositeRigidBody crba = new CompositeRigidBody(model);
        ForwardKinematics kinematics = new ForwardKinematics(model);
        MechanicalEnergy energy = new MechanicalEnergy(model);
        double[] worst = WORST.computeIfAbsent(name, k -> new double[8]);
        double[] zero = new double[nv];
        double[] out = new double[nv];
        double[] matrix = new double[nv * nv];
        double[] pose = new double[7];
        double[] com = new double[3];
        int states = 0;
        for (JsonNode state : robot.get("states")) {
            ReferenceState reference = new ReferenceState(model, robot, state);
            double[] q = reference.q();
            double[] v = reference.vector("v");
            rnea.inverseDynamics(q, v, reference.vector("a"), out);
            keep(worst, 0, relative(reference.vector("rnea_tau"), out));
            aba.forwardDynamics(q, v, reference.vector("tau"), out);
            keep(worst, 1, relative(reference.vector("aba_qdd"), out));
            crba.massMatrix(q, matrix);
            keep(worst, 2, relative(reference.massMatrix(), matrix));
            rnea.inverseDynamics(q, zero, zero, out);
            keep(worst, 3, relative(reference.vector("gravity_vector"), out));
            rnea.inverseDynamics(q, v, zero, out);
            keep(worst, 4, relative(reference.vector("nonlinear_effects"), out));
            kinematics.update(q);
            for (Map.Entry<String, JsonNode> link :
                    state.get("link_poses_xyz_qxyzw").properties()) {
                int index = model.linkIndex(link.getKey());
                assertTrue(index >= 0, link.getKey());
                kinematics.pose(index, pose);
                keep(worst, 5, poseDifference(Corpus.numbers(link.getValue()), pose));
            }
            energy.centerOfMass(q, com);
            keep(worst, 6, relative(Corpus.numbers(state.get("com")), com));
            double kinetic = state.get("kinetic_energy").asDouble();
            double potential = state.get("potential_energy").asDouble();
            keep(worst, 7, Math.abs(energy.kinetic(q, v) - kinetic) / Math.abs(kinetic));
            keep(worst, 7, Math.abs(energy.potential(q) - potential) / (Math.abs(kinetic) + Math.abs(potential)));
            states++;
        }
        assertEquals(20, states);
        for (int k = 0; k < worst.length; k++) {
            double tolerance = k == 1 && name.equals("g1_29dof") ? 1e-9 : 1e-10;
            assertTrue(worst[k] <= tolerance, name + ", column " + k + ": " + worst[k]);
        }
    }

    private static void keep(double[] worst, int k, double value) {
        worst[k] = Double.isNaN(value) ? Double.NaN : Math.max(worst[k], value);
    }

    private static double relative(double[] expected, double[] found) {
        double scale = 0;
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            scale = Math.max(scale, Math.abs(expected[i]));
            difference = Math.max(difference, Math.abs(expected[i] - found[i]));
        }
        return difference == 0 ? 0 : difference / scale;
    }

    /** Largest difference of position (relative to 1 m) and of the quaternion, whose sign means nothing. */
    private static double poseDifference(double[] expected, double[] found) {
        double dot = 0;
        for (int k = 3; k < 7; k++) {
            dot += expected[k] * found[k];
        }
        double difference = 0;
        for (int k = 0; k < 7; k++) {
            double sign = k >= 3 && dot < 0 ? -1 : 1;
            difference = Math.max(difference, Math.abs(expected[k] - sign * found[k]));
        }
        return difference;
    }
}
