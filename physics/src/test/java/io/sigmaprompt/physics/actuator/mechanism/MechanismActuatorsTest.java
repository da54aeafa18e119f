package io.sigmaprompt.physics.actuator.mechanism;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.actuator.Continuation;
import io.sigmaprompt.physics.actuator.OneJoint;
import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.Actuator;
import io.sigmaprompt.physics.model.mechanism.Actuator.Transmission;
import io.sigmaprompt.physics.model.mechanism.Interval;
import io.sigmaprompt.physics.model.mechanism.Mechanism;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.mjcf.MjcfReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an actuator does over a step, and what it refuses; its forces are held against MuJoCo's beside the MJCF reader. */
class MechanismActuatorsTest {
    private static final RobotReading ALL = MjcfReader.read(Path.of("src/test/resources/mjcf/actuator-kinds.xml"));

    private static Actuator servo(double kp, double kv, double limit) {
        return actuator("joint", "none", "fixed", List.of(kp), "affine", List.of(0.0, -kp, -kv), limit, 0);
    }

    private static Actuator actuator(
            String target,
            String dynamics,
            String gain,
            List<Double> gains,
            String bias,
            List<Double> biases,
            double limit,
            double ratio) {
        return new Actuator(
                "act",
                "general",
                Transmission.JOINT,
                target,
                "",
                List.of(1.0),
                Interval.UNBOUNDED,
                new Interval(-limit, limit),
                dynamics,
                List.of(0.1),
                Interval.UNBOUNDED,
                gain,
                gains,
                bias,
                biases,
                ratio);
    }

    private static MechanismActuators on(double inertia, double effort, Actuator actuator) {
        RobotModel model = OneJoint.model(JointType.CONTINUOUS, inertia, effort);
        Mechanism none = Mechanism.NONE;
        Mechanism mechanism = new Mechanism(
                none.sites(),
                none.compliances(),
                List.of(actuator),
                none.sensors(),
                none.equalities(),
                none.tendons(),
                none.exclusions(),
                none.pairs(),
                none.keyframes(),
                none.cameras(),
                none.lights(),
                none.options(),
                null);
        return new MechanismActuators(new GenericDynamics(model), mechanism);
    }

    @Test
    void aServoIsImplicitToTheFormula() {
        MechanismActuators actuators = on(0.5, Double.POSITIVE_INFINITY, servo(200, 10, 1e9));
        actuators.setControl(0, 0.3);
        double[] tau = {0};
        double[] diagonal = {0};
        actuators.apply(new double[] {0.1}, new double[] {2}, 0.01, tau, diagonal);
        assertEquals(200 * (0.3 - 0.1 - 0.02) - 20, tau[0], 1e-12);
        assertEquals(0.01 * 10 + 1e-4 * 200, diagonal[0], 1e-15);
        assertEquals(tau[0], actuators.force(0));
    }

    @Test
    void aSaturatedServoOnAHeavyJointIsALimitAndNothingImplicit() {
        MechanismActuators actuators = on(5, Double.POSITIVE_INFINITY, servo(200, 10, 7));
        actuators.setControl(0, 1);
        double[] tau = {0};
        double[] diagonal = {0};
        actuators.apply(new double[1], new double[1], 0.001, tau, diagonal);
        assertEquals(7, tau[0]);
        assertEquals(0, diagonal[0]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 20, 1e9})
    void aStiffServoOnALightJointIsStableAtFourMilliseconds(double limit) {
        for (double kv : new double[] {0, 1, 100}) {
            for (double inertia : new double[] {3e-5, 1e-4, 5e-4}) {
                MechanismActuators actuators = on(1e-4, Double.POSITIVE_INFINITY, servo(1e4, kv, limit));
                OneJoint joint = new OneJoint(inertia);
                actuators.setControl(0, 0.5);
                joint.run(8, 4e-3, actuators);
                assertEquals(0.5, joint.q[0], 1e-6, "kv " + kv + ", inertia " + inertia + " where 1e-4 was foreseen");
                assertEquals(0, joint.v[0], 1e-6);
            }
        }
    }

    @Test
    void theJointsEffortLimitHoldsAfterTheGear() {
        MechanismActuators actuators = on(5, 3, servo(200, 0, 1e9));
        actuators.setControl(0, 1);
        double[] tau = {1};
        actuators.apply(new double[1], new double[1], 0.001, tau, new double[1]);
        assertEquals(4, tau[0], "what others push stays");
        OneJoint light = new OneJoint(1e-4);
        MechanismActuators stiff = on(1e-4, 3, servo(1e4, 1, 1e9));
        stiff.setControl(0, 0.5);
        light.run(4, 4e-3, stiff);
        assertEquals(0.5, light.q[0], 1e-9);
    }

    @Test
    void aSettledForceIsWhatMovedTheJoint() {
        MechanismActuators actuators = on(1e-4, Double.POSITIVE_INFINITY, servo(1e4, 1, 1e9));
        OneJoint joint = new OneJoint(1e-4);
        actuators.setControl(0, 0.5);
        joint.step(0, 4e-3, actuators);
        assertEquals(5000, actuators.force(0));
        actuators.settle(joint.v);
        assertEquals(1e-4 * joint.v[0] / 4e-3, actuators.force(0), 1e-9);
        actuators.settle(joint.v);
        assertEquals(1e-4 * joint.v[0] / 4e-3, actuators.force(0), 1e-9, "once more takes nothing off");
    }

    @Test
    void aDampingRatioOfOneDampsCritically() {
        double inertia = 0.5;
        MechanismActuators actuators = on(
                inertia,
                Double.POSITIVE_INFINITY,
                actuator("joint", "none", "fixed", List.of(200.0), "affine", List.of(0.0, -200.0, 0.0), 1e9, 1));
        OneJoint joint = new OneJoint(inertia);
        actuators.setControl(0, 1);
        double omega = 20;
        joint.run(0.1, 1e-5, actuators);
        assertEquals(1 - (1 + omega * 0.1) * StrictMath.exp(-omega * 0.1), joint.q[0], 1e-3);
    }

    @Test
    void anExactFilterFollowsItsExponentialAndAnIntegratorCounts() {
        MechanismActuators filter = on(
                1,
                Double.POSITIVE_INFINITY,
                actuator("joint", "filterexact", "fixed", List.of(3.0), "none", List.of(), 1e9, 0));
        filter.setControl(0, 2);
        new OneJoint(1e9).run(0.1, 0.05, filter);
        assertEquals(2 * (1 - StrictMath.exp(-1)), filter.activation(0), 1e-14);
        MechanismActuators integrator = on(
                1,
                Double.POSITIVE_INFINITY,
                actuator("joint", "integrator", "fixed", List.of(3.0), "none", List.of(), 1e9, 0));
        integrator.setControl(0, 2);
        new OneJoint(1e9).run(0.5, 0.05, integrator);
        assertEquals(1, integrator.activation(0), 1e-14);
        assertEquals(3 * 0.9, integrator.force(0), 1e-14, "of the activation at the last step's beginning");
    }

    @Test
    void allKindsTogetherGoOnFromASavedStateToTheSameBits() {
        RobotModel model = ALL.model();
        Continuation.check(
                () -> new MechanismActuators(new GenericDynamics(model), ALL.mechanism()),
                actuators -> actuators,
                (actuators, random) -> {
                    for (int i = 0; i < actuators.names().size(); i++) {
                        actuators.setControl(i, 2 * random.symmetric());
                    }
                },
                model.nq(),
                model.nv());
    }

    @Test
    void aFreedBaseMovesTheReferenceAlong() {
        RobotModel floating = ALL.model().withFloatingBase(true);
        MechanismActuators free = new MechanismActuators(new GenericDynamics(floating), ALL.mechanism());
        MechanismActuators welded = new MechanismActuators(new GenericDynamics(ALL.model()), ALL.mechanism());
        double[] q = floating.neutral();
        double[] tau = new double[floating.nv()];
        double[] expected = new double[ALL.model().nv()];
        int motor = free.index("motor");
        free.setControl(motor, 0.5);
        welded.setControl(motor, 0.5);
        free.apply(q, new double[floating.nv()], 0, tau, new double[floating.nv()]);
        welded.apply(
                Arrays.copyOfRange(q, 7, q.length),
                new double[expected.length],
                0,
                expected,
                new double[expected.length]);
        assertArrayEquals(expected, Arrays.copyOfRange(tau, 6, tau.length), 1e-9);
    }

    @Test
    void whatIsNotSimulatedIsRefusedByName() {
        refused(() -> on(1, 1, actuator("joint", "muscle", "fixed", List.of(1.0), "none", List.of(), 1, 0)), "muscle");
        refused(() -> on(1, 1, actuator("joint", "none", "muscle", List.of(1.0), "none", List.of(), 1, 0)), "affine");
        refused(() -> on(1, 1, actuator("joint", "none", "fixed", List.of(1.0), "user", List.of(), 1, 0)), "affine");
        refused(() -> on(1, 1, servo(1, 1, -1)), "force range");
        refused(
                () -> on(1, 1, actuator("joynt", "none", "fixed", List.of(1.0), "none", List.of(), 1, 0)),
                "did you mean 'joint'");
    }

    @Test
    void wrongCommandsAreRefused() {
        MechanismActuators actuators = on(1, 1, servo(1, 1, 1));
        refused(() -> actuators.setControl(0, Double.NaN), "actuator 'act'");
        refused(() -> actuators.setActivation(0, 1), "no activation");
        refused(() -> actuators.index("akt"), "did you mean 'act'");
    }

    private static void refused(Runnable wrong, String word) {
        BadInputException problem = assertThrows(BadInputException.class, wrong::run, word);
        assertTrue(problem.getMessage().contains(word), problem.getMessage());
    }
}
