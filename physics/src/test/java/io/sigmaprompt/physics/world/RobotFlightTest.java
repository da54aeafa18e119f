package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.Corpus;
import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Robots that nothing holds keep what they have: double pendulums their energy, tumbling robots their momentum, too. */
class RobotFlightTest {
    private static String pendulum(String first) {
        return "<worldbody><body><joint axis='0 1 0'" + first
                + "/><geom type='capsule' fromto='0 0 0 0 0 -.5' size='.02' mass='1'/><body pos='0 0 -.5'>"
                + "<joint axis='0 1 0'/><geom type='capsule' fromto='0 0 0 0 0 -.5' size='.02' mass='1'/>"
                + "</body></body></worldbody>";
    }

    private static double drift(SceneRun run) {
        run.world.teleport(new double[] {2.5, 1}, new double[2]);
        double before = run.energy();
        double[] worst = {0, 0};
        run.go(10, w -> {
            worst[0] = Math.max(worst[0], Math.abs(run.energy() - before));
            worst[1] = Math.max(worst[1], w.kineticEnergy());
        });
        return worst[0] / worst[1];
    }

    @ParameterizedTest
    @CsvSource({"0.001, 1e-6", "0.002, 2e-5", "0.004, 1e-3"})
    void a_double_pendulum_keeps_its_energy(double step, double bar) {
        double drift = drift(SceneRun.of(pendulum(""), SceneRun.every(step)));
        assertTrue(drift < bar, "drift " + drift);
    }

    @Test
    void where_dry_friction_holds_a_pendulum_it_comes_to_rest() {
        SceneRun run = SceneRun.of(pendulum(" frictionloss='20'"), SceneRun.every(1e-3));
        run.world.teleport(new double[] {0.5, 0}, new double[2]);
        run.go(1);
        assertEquals(0.5, run.world.q()[0], 1e-6);
    }

    @Test
    void a_quadruped_that_tumbles_keeps_energy_and_momentum() {
        RobotModel model = Corpus.robot("go2");
        SceneRun run = new SceneRun(
                new RobotReading(model, List.of()), SceneRun.every(1e-3).withGravity(SceneRun.NO_WEIGHT));
        double[] q = model.neutral();
        double[] v = new double[model.nv()];
        for (int i = 0; i < v.length; i++) {
            v[i] = i < 6 ? 0.3 * (i + 1) : 0;
        }
        for (int j = 0; j < model.joints().size(); j++) {
            var limits = model.joints().get(j).limits();
            if (model.joints().get(j).type().isScalar()) {
                q[model.qIndex(j)] = 0.5 * (limits.lower() + limits.upper());
            }
        }
        run.world.teleport(q, v);
        GenericDynamics dynamics = new GenericDynamics(model);
        double[] before = new double[6];
        dynamics.centroidalMomentum(q, v, before);
        double energy = run.world.kineticEnergy();
        // So short that no joint comes to its limit.
        run.go(0.3);
        double[] after = new double[6];
        dynamics.centroidalMomentum(run.world.q(), run.world.v(), after);
        for (int k = 0; k < 6; k++) {
            assertEquals(before[k], after[k], 1e-8, "momentum " + k);
        }
        assertTrue(run.world.kineticEnergy() <= energy * (1 + 1e-9));
    }

    @Test
    void a_snapshot_in_flight_repeats_bit_by_bit() {
        SceneRun run = SceneRun.of(pendulum(" damping='.1'"), SceneRun.every(1e-3));
        run.world.teleport(new double[] {2.5, 1}, new double[2]);
        run.go(0.5);
        WorldSnapshot middle = run.world.save(null);
        run.go(0.5);
        double[] first = run.world.q().clone();
        run.world.restore(middle);
        run.go(0.5);
        assertEquals(first[0], run.world.q()[0], 0);
        assertEquals(first[1], run.world.q()[1], 0);
    }

    @Test
    void an_integrator_that_is_asked_for_in_vain_is_warned_of() {
        WorldBuilder builder = new WorldBuilder();
        builder.add(SceneRun.reading("<mujoco><option integrator='RK4'/>" + pendulum("") + "</mujoco>"));
        builder.build(SceneRun.every(1e-3));
        assertTrue(builder.warnings().stream().anyMatch(w -> w.toString().contains("RK4")), "warnings");
    }
}
