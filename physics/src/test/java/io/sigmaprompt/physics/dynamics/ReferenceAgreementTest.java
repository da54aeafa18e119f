package io.sigmaprompt.physics.dynamics;

import static io.sigmaprompt.physics.dynamics.Agreement.product;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.Rotation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The dynamics agree with Pinocchio on every robot and state of the reference data, whichever kernel computes them. */
class ReferenceAgreementTest {
    /** What is compared, and the name of its column in the table. */
    private enum Quantity {
        RNEA,
        ABA,
        CRBA,
        GRAVITY,
        NLE,
        POSES,
        COM,
        COM_VEL,
        MOMENTUM,
        JACOBIAN,
        FRAME_VEL,
        FRAME_ACC,
        ENERGY
    }

    private static final Map<String, double[]> WORST = new TreeMap<>();

    static Stream<Arguments> robots() {
        return Arrays.stream(Kernel.values())
                .flatMap(kernel -> Corpus.robots().stream().map(robot -> Arguments.of(kernel, robot)));
    }

    @AfterAll
    static void writeTable() throws IOException {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "%-25s", "robot, kernel"));
        for (Quantity quantity : Quantity.values()) {
            table.append(String.format(Locale.ROOT, " %9s", quantity.name().toLowerCase(Locale.ROOT)));
        }
        table.append(System.lineSeparator());
        WORST.forEach((name, worst) -> {
            table.append(String.format(Locale.ROOT, "%-25s", name));
            for (double w : worst) {
                table.append(String.format(Locale.ROOT, " %9.1e", w));
            }
            table.append(System.lineSeparator());
        });
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "reference-agreement.txt"), table);
    }

    @ParameterizedTest
    @MethodSource("robots")
    void agreesWithPinocchio(Kernel kernel, String name) {
        RobotModel model = Corpus.robot(name);
        JsonNode robot = Corpus.json("rbd/" + name + ".json");
        assertEquals(robot.get("nv").asInt(), model.nv());
        RobotDynamics dynamics = kernel.of(model);
        double[] worst = WORST.computeIfAbsent(name + ", " + kernel, k -> new double[Quantity.values().length]);
        int states = 0;
        for (JsonNode state : robot.get("states")) {
            ReferenceState reference = new ReferenceState(model, robot, state);
            compareForces(dynamics, reference, worst);
            compareLinks(dynamics, reference, worst);
            compareMassCenter(dynamics, reference, worst);
            compareFrame(dynamics, reference, worst);
            states++;
        }
        assertEquals(20, states);
        for (Quantity quantity : Quantity.values()) {
            double tolerance = quantity == Quantity.ABA && name.equals("g1_29dof") ? 1e-9 : 1e-10;
            double found = worst[quantity.ordinal()];
            assertTrue(found <= tolerance, name + ", " + quantity + ": " + found);
        }
    }

    private static void compareForces(RobotDynamics dynamics, ReferenceState reference, double[] worst) {
        double[] q = reference.q();
        double[] v = reference.vector("v");
        int nv = v.length;
        double[] out = new double[nv];
        double[] matrix = new double[nv * nv];
        dynamics.inverseDynamics(q, v, reference.vector("a"), out);
        keep(worst, Quantity.RNEA, relative(reference.vector("rnea_tau"), out));
        dynamics.forwardDynamics(q, v, reference.vector("tau"), out);
        keep(worst, Quantity.ABA, relative(reference.vector("aba_qdd"), out));
        dynamics.massMatrix(q, matrix);
        keep(worst, Quantity.CRBA, relative(reference.massMatrix(), matrix));
        dynamics.gravityForces(q, out);
        keep(worst, Quantity.GRAVITY, relative(reference.vector("gravity_vector"), out));
        dynamics.biasForces(q, v, out);
        keep(worst, Quantity.NLE, relative(reference.vector("nonlinear_effects"), out));
        double kinetic = reference.number("kinetic_energy");
        double potential = reference.number("potential_energy");
        keep(worst, Quantity.ENERGY, Math.abs(dynamics.kineticEnergy(q, v) - kinetic) / Math.abs(kinetic));
        keep(
                worst,
                Quantity.ENERGY,
                Math.abs(dynamics.potentialEnergy(q) - potential) / (Math.abs(kinetic) + Math.abs(potential)));
    }

    private static void compareLinks(RobotDynamics dynamics, ReferenceState reference, double[] worst) {
        RobotModel model = reference.model();
        double[] poses = new double[12 * model.links().size()];
        double[] pose = new double[7];
        dynamics.linkPoses(reference.q(), poses);
        for (Map.Entry<String, JsonNode> link :
                reference.state().get("link_poses_xyz_qxyzw").properties()) {
            int index = model.linkIndex(link.getKey());
            assertTrue(index >= 0, link.getKey());
            System.arraycopy(poses, 12 * index + 9, pose, 0, 3);
            Rotation.toQuaternion(poses, 12 * index, pose, 3);
            keep(worst, Quantity.POSES, poseDifference(Corpus.numbers(link.getValue()), pose));
        }
    }

    private static void compareMassCenter(RobotDynamics dynamics, ReferenceState reference, double[] worst) {
        double[] q = reference.q();
        double[] v = reference.vector("v");
        double[] three = new double[3];
        double[] six = new double[6];
        double[] jacobian = new double[3 * v.length];
        double[] matrix = new double[6 * v.length];
        dynamics.centerOfMass(q, three);
        keep(worst, Quantity.COM, relative(reference.numbers("com"), three));
        dynamics.centerOfMassJacobian(q, jacobian);
        keep(worst, Quantity.COM_VEL, relative(reference.numbers("com_velocity"), product(jacobian, v)));
        double[] momentum = reference.angularFirst("centroidal_momentum_lin_ang_world");
        dynamics.centroidalMomentum(q, v, six);
        keep(worst, Quantity.MOMENTUM, relative(momentum, six));
        dynamics.centroidalMomentumMatrix(q, matrix);
        keep(worst, Quantity.MOMENTUM, relative(momentum, product(matrix, v)));
    }

    private static void compareFrame(RobotDynamics dynamics, ReferenceState reference, double[] worst) {
        double[] q = reference.q();
        double[] v = reference.vector("v");
        double[] jacobian = new double[6 * v.length];
        double[] bias = new double[6];
        Frame frame = Frame.of(reference.model(), reference.state().get("frame").asString());
        dynamics.frameJacobian(q, frame, jacobian);
        keep(worst, Quantity.JACOBIAN, relative(reference.frameJacobian(), jacobian));
        keep(
                worst,
                Quantity.FRAME_VEL,
                relative(reference.angularFirst("frame_velocity_lin_ang"), product(jacobian, v)));
        dynamics.frameBiasAcceleration(q, v, frame, bias);
        double[] acceleration = product(jacobian, reference.vector("a"));
        for (int r = 0; r < 6; r++) {
            acceleration[r] += bias[r];
        }
        keep(
                worst,
                Quantity.FRAME_ACC,
                relative(reference.angularFirst("frame_classical_acceleration_lin_ang"), acceleration));
    }

    private static void keep(double[] worst, Quantity quantity, double value) {
        int k = quantity.ordinal();
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
