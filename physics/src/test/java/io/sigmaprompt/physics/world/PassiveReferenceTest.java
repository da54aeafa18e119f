package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.Corpus;
import io.sigmaprompt.physics.dynamics.MechanicalEnergy;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.Rotation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Runge-Kutta trajectories agree with MuJoCo's converged ones: no contact, no limits, no drive. */
class PassiveReferenceTest {
    private static final Map<String, String> WORST = new TreeMap<>();

    @AfterAll
    static void writeTable() throws IOException {
        StringBuilder table =
                new StringBuilder("trajectory                     state (relative)   energy (relative)\n");
        WORST.forEach((name, line) ->
                table.append(String.format(Locale.ROOT, "%-30s", name)).append(line));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "passive-agreement.txt"), table);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double_pendulum",
                "double_pendulum_damped",
                "ur5",
                "iiwa14",
                "iiwa14_damped",
                "panda",
                "go2",
                "go2_damped",
                "g1_29dof"
            })
    void followsTheConvergedTrajectory(String name) {
        boolean damped = name.endsWith("_damped");
        RobotModel model = passive(Corpus.robot(name.replace("_damped", "")), damped ? 0.5 : 0);
        JsonNode file = Corpus.json("passive/" + name + "_rk4.json");
        JsonNode samples = file.get("samples");
        SimulationSettings settings = new SimulationSettings(Integrator.RUNGE_KUTTA_4, 9.81, 30, 1, false);
        RobotSimulation simulation = new RobotSimulation(model, settings);
        MechanicalEnergy energy = new MechanicalEnergy(model);
        double[] q = new double[model.nq()];
        double[] v = new double[model.nv()];
        read(model, file, samples.get(0), q, v);
        simulation.reset(q, v);
        for (int d = 0; d < simulation.driveCount(); d++) {
            simulation.commandEffort(d, 0);
        }
        int perSample = 40;
        double dt = 0.01 / perSample;
        double worstState = 0;
        double worstEnergy = 0;
        double energyScale = 0;
        for (JsonNode s : samples) {
            energyScale = Math.max(energyScale, s.get("energy").get(1).asDouble());
        }
        double start = energy.potential(q) - samples.get(0).get("energy").get(0).asDouble();
        for (int i = 1; i < samples.size(); i++) {
            for (int k = 0; k < perSample; k++) {
                simulation.step(dt);
            }
            read(model, file, samples.get(i), q, v);
            if (!model.floatingBase() || i <= 50) {
                double[] found = simulation.q().clone();
                if (model.floatingBase()) {
                    alignSign(found);
                }
                worstState = Math.max(worstState, relative(q, found));
                worstState = Math.max(worstState, relative(v, simulation.v()));
            }
            JsonNode given = samples.get(i).get("energy");
            double kinetic = energy.kinetic(simulation.q(), simulation.v());
            double potential = energy.potential(simulation.q()) - start;
            double total = given.get(0).asDouble() + given.get(1).asDouble();
            worstEnergy = Math.max(worstEnergy, Math.abs(kinetic + potential - total) / energyScale);
        }
        WORST.put(name, String.format(Locale.ROOT, " %16.1e   %17.1e%n", worstState, worstEnergy));
        assertEquals(1.0, simulation.time(), 1e-9);
        assertTrue(worstState <= 1e-5, name + ": state " + worstState);
        assertTrue(worstEnergy <= 1e-5, name + ": energy " + worstEnergy);
    }

    private static RobotModel passive(RobotModel model, double damping) {
        return new RobotModel(
                model.name(),
                model.floatingBase(),
                model.links(),
                model.joints().stream()
                        .map(j -> new Joint(
                                j.name(),
                                j.type(),
                                j.parent(),
                                j.child(),
                                j.origin(),
                                j.axis(),
                                JointLimits.NONE,
                                new JointDynamics(damping, 0, 0),
                                null))
                        .toList());
    }

    /** From MuJoCo's conventions: quaternion wxyz, linear velocity in the world, angular in the body. */
    private static void read(RobotModel model, JsonNode file, JsonNode sample, double[] q, double[] v) {
        double[] qpos = Corpus.numbers(sample.get("qpos"));
        double[] qvel = Corpus.numbers(sample.get("qvel"));
        for (JsonNode joint : file.get("joints")) {
            int qi = joint.get("qpos").asInt();
            int vi = joint.get("qvel").asInt();
            if (joint.get("type").asString().equals("free")) {
                double[] quaternion = {qpos[qi + 4], qpos[qi + 5], qpos[qi + 6], qpos[qi + 3]};
                double[] r = new double[9];
                Rotation.fromQuaternion(quaternion, 0, r, 0);
                for (int k = 0; k < 3; k++) {
                    q[k] = qpos[qi + k];
                    v[k] = qvel[vi + 3 + k];
                    v[3 + k] = r[k] * qvel[vi] + r[3 + k] * qvel[vi + 1] + r[6 + k] * qvel[vi + 2];
                }
                System.arraycopy(quaternion, 0, q, 3, 4);
            } else {
                int index = model.jointIndex(joint.get("name").asString());
                assertTrue(index >= 0, joint.get("name").asString());
                q[model.qIndex(index)] = qpos[qi];
                v[model.vIndex(index)] = qvel[vi];
            }
        }
        if (model.floatingBase()) {
            alignSign(q);
        }
    }

    private static void alignSign(double[] q) {
        if (q[6] < 0) {
            for (int k = 3; k < 7; k++) {
                q[k] = -q[k];
            }
        }
    }

    private static double relative(double[] expected, double[] found) {
        double scale = 0;
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            scale = Math.max(scale, Math.abs(expected[i]));
            difference = Math.max(difference, Math.abs(expected[i] - found[i]));
        }
        return difference / scale;
    }
}
