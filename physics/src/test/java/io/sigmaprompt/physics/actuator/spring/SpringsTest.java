package io.sigmaprompt.physics.actuator.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.actuator.OneJoint;
import io.sigmaprompt.physics.actuator.StraightLaw;
import io.sigmaprompt.physics.actuator.transmission.LinearTransmission;
import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Softness;
import io.sigmaprompt.physics.model.mechanism.FixedTendon;
import io.sigmaprompt.physics.model.mechanism.Interval;
import io.sigmaprompt.physics.model.mechanism.JointCompliance;
import io.sigmaprompt.physics.model.mechanism.Mechanism;
import io.sigmaprompt.physics.spatial.SplitMix64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Springs and tendons over steps; their forces are held against MuJoCo's beside the MJCF reader. */
class SpringsTest {
    private static final RobotModel MODEL = OneJoint.model(JointType.CONTINUOUS, 1, Double.POSITIVE_INFINITY);

    private static Mechanism with(List<JointCompliance> compliances, List<FixedTendon> tendons) {
        Mechanism none = Mechanism.NONE;
        return new Mechanism(
                none.sites(),
                compliances,
                none.actuators(),
                none.sensors(),
                none.equalities(),
                tendons,
                none.exclusions(),
                none.pairs(),
                none.keyframes(),
                none.cameras(),
                none.lights(),
                none.options(),
                null);
    }

    private static JointSprings spring(double stiffness) {
        return new JointSprings(
                MODEL,
                with(
                        List.of(new JointCompliance("joint", stiffness, 0.2, 0, Softness.DEFAULT, Softness.DEFAULT)),
                        List.of()));
    }

    private static FixedTendon tendon(double stiffness, double damping, Interval slack) {
        return new FixedTendon(
                "tendon",
                List.of(new FixedTendon.Term("joint", 2)),
                Interval.UNBOUNDED,
                Interval.UNBOUNDED,
                0,
                stiffness,
                slack,
                damping,
                0,
                0,
                Softness.DEFAULT,
                Softness.DEFAULT);
    }

    @Test
    void aSpringSwingsAtItsFrequency() {
        OneJoint joint = new OneJoint(0.25);
        joint.q[0] = 0.5;
        joint.run(Math.PI / 20, 1e-6, spring(100));
        assertEquals(-0.1, joint.q[0], 1e-4, "half a turn of 20 rad/s about 0.2");
    }

    @Test
    void aSpringMuchTooStiffForTheStepComesToRest() {
        OneJoint joint = new OneJoint(1e-3);
        joint.q[0] = 5;
        joint.run(4, 4e-3, spring(1e6));
        assertEquals(0.2, joint.q[0], 1e-9);
    }

    @Test
    void aTendonIsSlackWithinItsRange() {
        TendonForces tendons = new TendonForces(
                new GenericDynamics(MODEL), with(List.of(), List.of(tendon(50, 0, new Interval(-0.5, 1)))));
        double[] tau = {0};
        double[] diagonal = {0};
        tendons.apply(new double[] {0.4}, new double[1], 0.01, tau, diagonal);
        assertEquals(0, tau[0]);
        assertEquals(0, diagonal[0]);
        tendons.apply(new double[] {0.6}, new double[1], 0.01, tau, diagonal);
        assertEquals(-2 * 50 * 0.2, tau[0], 1e-12);
        assertEquals(4 * 50 * 1e-4, diagonal[0], 1e-15, "exact for one joint");
        tau[0] = 0;
        tendons.apply(new double[] {-0.4}, new double[1], 0.01, tau, diagonal);
        assertEquals(2 * 50 * 0.3, tau[0], 1e-12);
    }

    @Test
    void theDiagonalOfATransmissionIsNeverLessThanTheMatrixItStandsFor() {
        double[] coefficients = {0.5, -2, 3};
        LinearTransmission transmission =
                new LinearTransmission(new int[] {0, 1, 2}, new int[] {0, 1, 2}, coefficients);
        StraightLaw law = new StraightLaw();
        law.set(1, 7);
        double[] diagonal = new double[3];
        transmission.push(law, 0.1, new double[3], diagonal);
        SplitMix64 random = new SplitMix64(1);
        for (int i = 0; i < 1000; i++) {
            double along = 0;
            double kept = 0;
            for (int k = 0; k < 3; k++) {
                double x = random.symmetric();
                along += coefficients[k] * x;
                kept += diagonal[k] * x * x;
            }
            assertTrue(kept >= 0.1 * 7 * along * along - 1e-12);
        }
    }

    @Test
    void wrongSpringsAreRefused() {
        assertThrows(BadInputException.class, () -> spring(-1));
        BadInputException problem = assertThrows(
                BadInputException.class,
                () -> new TendonForces(
                        new GenericDynamics(MODEL),
                        with(List.of(), List.of(tendon(Double.NaN, 0, Interval.UNBOUNDED)))));
        assertEquals("tendon 'tendon', stiffness", problem.place());
    }
}
