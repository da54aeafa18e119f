package io.sigmaprompt.physics.integration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.Kernel;
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

/** The integrators follow MuJoCo's trajectories: converged ones, and those of its own implicit scheme step by step. */
class PassiveAgreementTest {
    private static final Map<String, String> WORST = new TreeMap<>();

    @AfterAll
    static void writeTable() throws IOException {
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, "%-24s %-24s %8s %8s%n", "trajectory", "method", "state", "energy"));
        WORST.values().forEach(table::append);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "integrator-agreement.txt"), table);
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
    void everySchemeFollowsItsReference(String name) {
        PassiveTrajectory converged = new PassiveTrajectory(name, "rk4");
        PassiveTrajectory implicit = new PassiveTrajectory(name, "implicitfast");
        for (Kernel kernel : Kernel.values()) {
            SmoothSystem system = new SmoothSystem(kernel.of(converged.model()));
            String by = ", " + kernel;
            assertFollows(name, "RK4" + by, converged, system, new RungeKutta4(system), 2.5e-4);
            assertFollows(
                    name,
                    "DormandPrince" + by,
                    converged,
                    system,
                    new DormandPrince(system, 1e-10),
                    PassiveTrajectory.INTERVAL);
            assertFollows(name, "implicit" + by, implicit, system, new ImplicitDamping(system), implicit.timestep());
        }
    }

    private static void assertFollows(
            String name,
            String method,
            PassiveTrajectory trajectory,
            SmoothSystem system,
            SmoothIntegrator integrator,
            double dt) {
        RobotModel model = trajectory.model();
        double[] q = new double[model.nq()];
        double[] v = new double[model.nv()];
        trajectory.read(0, q, v);
        double start = system.dynamics().potentialEnergy(q) - trajectory.potentialEnergy(0);
        int perSample = (int) Math.rint(PassiveTrajectory.INTERVAL / dt);
        double worstState = 0;
        double worstEnergy = 0;
        for (int i = 1; i < trajectory.size(); i++) {
            for (int k = 0; k < perSample; k++) {
                integrator.step((i - 1) * PassiveTrajectory.INTERVAL + k * dt, q, v, dt);
            }
            if (!model.floatingBase() || i <= 50) {
                worstState = Math.max(worstState, trajectory.difference(i, q, v));
            }
            double energy =
                    system.dynamics().kineticEnergy(q, v) + system.dynamics().potentialEnergy(q) - start;
            double expected = trajectory.potentialEnergy(i) + trajectory.kineticEnergy(i);
            worstEnergy = Math.max(worstEnergy, Math.abs(energy - expected) / trajectory.energyScale());
        }
        WORST.put(
                name + method,
                String.format(Locale.ROOT, "%-24s %-24s %8.1e %8.1e%n", name, method, worstState, worstEnergy));
        assertTrue(worstState <= 1e-5, name + ", " + method + ": state " + worstState);
        assertTrue(worstEnergy <= 1e-5, name + ", " + method + ": energy " + worstEnergy);
    }
}
