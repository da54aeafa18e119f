package io.sigmaprompt.physics.actuator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.actuator.mechanism.MechanismActuators;
import io.sigmaprompt.physics.actuator.spring.JointSprings;
import io.sigmaprompt.physics.actuator.spring.TendonForces;
import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.model.CorpusFiles;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.mjcf.MjcfReader;
import io.sigmaprompt.physics.spatial.SplitMix64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The actuators, springs and tendons of published robots push with finite forces within their limits. */
class CorpusActuatorsTest {
    @ParameterizedTest
    @ValueSource(strings = {"bench-scenes/humanoid.xml", "contact/scenes/go2_stand.xml"})
    void aRobotOfTheCorpusIsDriven(String name) {
        RobotReading reading = MjcfReader.read(CorpusFiles.get("reference/physics/" + name));
        RobotModel model = reading.model();
        GenericDynamics dynamics = new GenericDynamics(model);
        MechanismActuators actuators = new MechanismActuators(dynamics, reading.mechanism());
        ForceElement springs = new JointSprings(model, reading.mechanism());
        ForceElement tendons = new TendonForces(dynamics, reading.mechanism());
        assertEquals(reading.mechanism().actuators().size(), actuators.names().size());
        assertTrue(actuators.names().size() > 10);
        SplitMix64 random = new SplitMix64(1);
        double[] q = model.neutral();
        double[] v = new double[model.nv()];
        for (int i = 0; i < v.length; i++) {
            v[i] = random.symmetric();
        }
        for (int i = 0; i < actuators.names().size(); i++) {
            actuators.setControl(i, 100 * random.symmetric());
        }
        double[] tau = new double[model.nv()];
        double[] diagonal = new double[model.nv()];
        actuators.apply(q, v, 2e-3, tau, diagonal);
        double sum = 0;
        for (int i = 0; i < actuators.names().size(); i++) {
            double lower = reading.mechanism().actuators().get(i).force().lower();
            double upper = reading.mechanism().actuators().get(i).force().upper();
            assertTrue(
                    actuators.force(i) >= lower && actuators.force(i) <= upper,
                    actuators.names().get(i));
            sum += Math.abs(actuators.force(i));
        }
        assertTrue(sum > 0);
        springs.apply(q, v, 2e-3, tau, diagonal);
        tendons.apply(q, v, 2e-3, tau, diagonal);
        for (int i = 0; i < tau.length; i++) {
            assertTrue(Double.isFinite(tau[i]) && diagonal[i] >= 0 && Double.isFinite(diagonal[i]));
        }
    }
}
