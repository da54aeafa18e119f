package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.MechanicalEnergy;
import io.sigmaprompt.physics.dynamics.PassiveTrajectory;
import io.sigmaprompt.physics.model.RobotModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        PassiveTrajectory trajectory = new PassiveTrajectory(name, "rk4");
        RobotModel model = trajectory.model();
        SimulationSettings settings = new SimulationSettings(Integrator.RUNGE_KUTTA_4, 9.81, 30, 1, false);
        RobotSimulation simulation = new RobotSimulation(model, settings);
        MechanicalEnergy energy = new MechanicalEnergy(model);
        double[] q = new double[model.nq()];
        double[] v = new double[model.nv()];
        trajectory.read(0, q, v);
        simulation.reset(q, v);
        for (int d = 0; d < simulation.driveCount(); d++) {
            simulation.commandEffort(d, 0);
        }
        int perSample = 40;
        double dt = PassiveTrajectory.INTERVAL / perSample;
        double worstState = 0;
        double worstEnergy = 0;
        double start = energy.potential(q) - trajectory.potentialEnergy(0);
        for (int i = 1; i < trajectory.size(); i++) {
            for (int k = 0; k < perSample; k++) {
                simulation.step(dt);
            }
            if (!model.floatingBase() || i <= 50) {
                worstState = Math.max(worstState, trajectory.difference(i, simulation.q(), simulation.v()));
            }
            double kinetic = energy.kinetic(simulation.q(), simulation.v());
            double potential = energy.potential(simulation.q()) - start;
            double total = trajectory.potentialEnergy(i) + trajectory.kineticEnergy(i);
            worstEnergy = Math.max(worstEnergy, Math.abs(kinetic + potential - total) / trajectory.energyScale());
        }
        WORST.put(name, String.format(Locale.ROOT, " %16.1e   %17.1e%n", worstState, worstEnergy));
        assertEquals(1.0, simulation.time(), 1e-9);
        assertTrue(worstState <= 1e-5, name + ": state " + worstState);
        assertTrue(worstEnergy <= 1e-5, name + ": energy " + worstEnergy);
    }
}
