package io.sigmaprompt.physics.model.mjcf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.actuator.ForceElement;
import io.sigmaprompt.physics.actuator.mechanism.MechanismActuators;
import io.sigmaprompt.physics.actuator.spring.JointSprings;
import io.sigmaprompt.physics.actuator.spring.TendonForces;
import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.spatial.SplitMix64;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every kind of actuator, spring and damper against MuJoCo's own, at random states. */
class ActuatorForceAgreementTest {
    private static final Path FILE = Path.of("src/test/resources/mjcf/actuator-kinds.xml");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final double TOLERANCE = 1e-9;
    private static final int STATES = 40;
    private static final int STEPS = 5;

    private final RobotReading reading = MjcfReader.read(FILE);
    private final RobotModel model = reading.model();
    private final GenericDynamics dynamics = new GenericDynamics(model);
    private final MechanismActuators actuators = new MechanismActuators(dynamics, reading.mechanism());

    @Test
    void forcesAndActivationsAreThoseOfMujoco() throws IOException {
        ObjectNode request = JSON.createObjectNode();
        request.put("xml", Files.readString(FILE));
        ArrayNode states = request.putArray("states");
        SplitMix64 random = new SplitMix64(4);
        int activations = 0;
        for (int i = 0; i < actuators.names().size(); i++) {
            activations += actuators.hasActivation(i) ? 1 : 0;
        }
        for (int s = 0; s < STATES; s++) {
            ObjectNode state = states.addObject();
            state.set("qpos", JSON.valueToTree(position(random)));
            state.set("qvel", JSON.valueToTree(vector(random, model.nv(), 1)));
            state.set("ctrl", JSON.valueToTree(vector(random, actuators.names().size(), s % 2 == 0 ? 1 : 4)));
            state.set("act", JSON.valueToTree(vector(random, activations, 0.4)));
            state.put("activationSteps", STEPS);
        }
        JsonNode found = ReferenceSimulator.answer("actuator-forces.mjs", request);
        for (int s = 0; s < STATES; s++) {
            compare(
                    states.get(s),
                    found.get("states").get(s),
                    found.get("timestep").asDouble());
        }
    }

    private void compare(JsonNode state, JsonNode found, double timestep) {
        List<Double> position = new Coordinates(model).position(numbers(state.get("qpos")));
        double[] q = position.stream().mapToDouble(Double::doubleValue).toArray();
        double[] v = new Coordinates(model)
                .velocity(numbers(state.get("qvel")), position).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
        actuators.reset();
        int next = 0;
        for (int i = 0; i < actuators.names().size(); i++) {
            actuators.setControl(i, state.get("ctrl").get(i).asDouble());
            if (actuators.hasActivation(i)) {
                actuators.setActivation(i, state.get("act").get(next++).asDouble());
            }
        }
        // No time passes: the explicit forces, and nothing on the diagonal.
        double[] tau = pushed(actuators, q, v);
        for (int i = 0; i < actuators.names().size(); i++) {
            close(
                    found.get("force").get(i).asDouble(),
                    actuators.force(i),
                    actuators.names().get(i));
        }
        close(generalised(numbers(found.get("joints")), q), tau, "actuators");
        double[] passive = pushed(new JointSprings(model, reading.mechanism()), q, v);
        double[] tendons = pushed(new TendonForces(dynamics, reading.mechanism()), q, v);
        double[] springs = generalised(numbers(found.get("spring")), q);
        double[] dampers = generalised(numbers(found.get("damper")), q);
        for (int i = 0; i < model.nv(); i++) {
            close(springs[i] + dampers[i], passive[i] + tendons[i], "passive " + i);
        }
        for (int step = 0; step < STEPS; step++) {
            actuators.apply(q, v, timestep, new double[model.nv()], new double[model.nv()]);
        }
        next = 0;
        for (int i = 0; i < actuators.names().size(); i++) {
            if (actuators.hasActivation(i)) {
                close(
                        found.get("act").get(next++).asDouble(),
                        actuators.activation(i),
                        actuators.names().get(i));
            }
        }
        assertTrue(next > 0);
    }

    private double[] pushed(ForceElement element, double[] q, double[] v) {
        double[] tau = new double[model.nv()];
        double[] diagonal = new double[model.nv()];
        element.apply(q, v, 0, tau, diagonal);
        for (double gained : diagonal) {
            assertEquals(0, gained);
        }
        return tau;
    }

    private double[] position(SplitMix64 random) {
        double[] qpos = vector(random, model.nq(), 1);
        for (int j = 0; j < model.joints().size(); j++) {
            int quaternion = model.joints().get(j).type().quaternion();
            if (quaternion >= 0) {
                int at = model.qIndex(j) + quaternion;
                double square = 0;
                for (int k = 0; k < 4; k++) {
                    square += qpos[at + k] * qpos[at + k];
                }
                for (int k = 0; k < 4; k++) {
                    qpos[at + k] /= Math.sqrt(square);
                }
            }
        }
        return qpos;
    }

    /** MuJoCo's generalised force in our velocities: a free joint's force comes first there, in world axes. */
    private double[] generalised(double[] theirs, double[] q) {
        double[] tau = theirs.clone();
        for (int j = 0; j < model.joints().size(); j++) {
            if (model.joints().get(j).type() == JointType.FLOATING) {
                int o = model.qIndex(j) + 3;
                int at = model.vIndex(j);
                double[] r = new Pose(0, 0, 0, q[o], q[o + 1], q[o + 2], q[o + 3]).rotation();
                for (int k = 0; k < 3; k++) {
                    tau[at + k] = theirs[at + 3 + k];
                    tau[at + 3 + k] = r[k] * theirs[at] + r[3 + k] * theirs[at + 1] + r[6 + k] * theirs[at + 2];
                }
            }
        }
        return tau;
    }

    private static double[] vector(SplitMix64 random, int length, double scale) {
        double[] vector = new double[length];
        for (int i = 0; i < length; i++) {
            vector[i] = scale * random.symmetric();
        }
        return vector;
    }

    private static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asDouble();
        }
        return numbers;
    }

    private static void close(double[] expected, double[] found, String what) {
        for (int i = 0; i < expected.length; i++) {
            close(expected[i], found[i], what + " [" + i + "]");
        }
    }

    private static void close(double expected, double found, String what) {
        assertEquals(expected, found, TOLERANCE * Math.max(1, Math.abs(expected)), what);
    }
}
