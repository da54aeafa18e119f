package io.sigmaprompt.twin.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.session.ThreeJointArm;
import io.sigmaprompt.twin.simulation.HiddenFault.Kind;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HiddenTruthTest {
    private static final double[] NONE = new double[0];
    private static final RobotModel MODEL = ThreeJointArm.model();
    private static final List<String> JOINTS = List.of("pan", "lift", "elbow");

    private static SimulatedRobot robot(HiddenTruth truth, double noise) {
        VirtualRobot body = ThreeJointArm.body();
        SimulatedRobot robot = new SimulatedRobot(new VirtualRobot(
                body.name(),
                MODEL,
                body.initialPosition(),
                body.settings(),
                body.telemetryNanos(),
                7,
                1e-5 * noise,
                1e-3 * noise,
                1e-3 * noise,
                truth));
        robot.followTrajectory(
                JOINTS,
                List.of(
                        new TrajectoryPoint(900_000_000, new double[] {0.6, -0.2, 1.4}, NONE, NONE),
                        new TrajectoryPoint(1_800_000_000, new double[] {0, -0.6, 0.9}, NONE, NONE)));
        return robot;
    }

    private static SimulatedRobot robot(Kind kind, String place, double magnitude) {
        return robot(HiddenTruth.faults(MODEL, List.of(new HiddenFault(kind, place, 200_000_000, 0, magnitude))), 0);
    }

    private static JointStateFrame after(SimulatedRobot robot, int ticks) {
        for (int k = 0; k < ticks; k++) {
            robot.step();
        }
        return robot.jointState(0);
    }

    private static final JointStateFrame HEALTHY = after(robot(HiddenTruth.none(MODEL), 0), 500);

    @Test
    void lateTelemetryTellsOfWhatWas() {
        JointStateFrame late = after(robot(Kind.TELEMETRY_DELAY, "", 0.03), 530);
        assertArrayEquals(HEALTHY.position(), late.position());
        assertArrayEquals(HEALTHY.effort(), late.effort());
        assertEquals(530_000_000, late.sourceNanos());
    }

    @Test
    void lateCommandsAreFollowedLate() {
        HiddenTruth truth = new HiddenTruth(MODEL, 0, 30_000_000, 0, List.of());
        JointStateFrame late = after(robot(truth, 0), 530);
        assertArrayEquals(HEALTHY.position(), late.position(), 1e-6);
    }

    @Test
    void aLoadBendsTheMotionAndComesAndGoesWithoutAJump() {
        HiddenTruth truth =
                HiddenTruth.faults(MODEL, List.of(new HiddenFault(Kind.PAYLOAD, "fore", 200_000_000, 100_000_000, 3)));
        SimulatedRobot robot = robot(truth, 0);
        double last = robot.simulation().position(1);
        double most = 0;
        for (int k = 0; k < 500; k++) {
            robot.step();
            most = Math.max(most, Math.abs(robot.simulation().position(1) - last));
            last = robot.simulation().position(1);
        }
        assertTrue(most < 2e-3, "largest step " + most + " rad");
        assertNotEquals(HEALTHY.position()[1], last);
    }

    @Test
    void aPushIsFeltByWhatCarriesTheLink() {
        HiddenFault push = new HiddenFault(Kind.PUSH, "shoulder", 200_000_000, 0, 0, new Vec3(0, 0, -50));
        JointStateFrame pushed = after(robot(HiddenTruth.faults(MODEL, List.of(push)), 0), 500);
        // Along the pan's own axis nothing moves.
        assertEquals(HEALTHY.position()[0], pushed.position()[0], 1e-12);
        HiddenFault side = new HiddenFault(Kind.PUSH, "fore", 200_000_000, 0, 0, new Vec3(0, 30, 0));
        assertNotEquals(
                HEALTHY.position()[0],
                after(robot(HiddenTruth.faults(MODEL, List.of(side)), 0), 500).position()[0]);
    }

    @Test
    void sensorsSayWhatTheirFaultsMakeOfIt() {
        assertEquals(
                HEALTHY.position()[2] + 0.05,
                after(robot(Kind.POSITION_OFFSET, "elbow", 0.05), 500).position()[2]);
        assertEquals(
                HEALTHY.effort()[1] + 4,
                after(robot(Kind.EFFORT_OFFSET, "lift", 4), 500).effort()[1]);
        assertEquals(
                1.2 * HEALTHY.velocity()[0],
                after(robot(Kind.VELOCITY_SCALE, "pan", 0.2), 500).velocity()[0],
                1e-12);
        SimulatedRobot stuckRobot = robot(Kind.ENCODER_STUCK, "pan", 0);
        double then = after(stuckRobot, 200).position()[0];
        JointStateFrame stuck = after(stuckRobot, 300);
        assertEquals(then, stuck.position()[0]);
        assertEquals(0, stuck.velocity()[0]);
        assertNotEquals(HEALTHY.position()[0], stuck.position()[0]);
    }

    @Test
    void drivesFailAsTold() {
        JointStateFrame seized = after(robot(Kind.SEIZED, "elbow", 500), 500);
        assertEquals(0, seized.velocity()[2], 1e-5);
        JointStateFrame limp = after(robot(Kind.TORQUE_GAIN, "lift", 0), 500);
        assertEquals(0, limp.effort()[1]);
    }

    @Test
    void encodersHaveSteps() {
        JointStateFrame coarse = after(robot(new HiddenTruth(MODEL, 0, 0, 1e-3, List.of()), 0), 500);
        for (int i = 0; i < 3; i++) {
            assertEquals(Math.rint(HEALTHY.position()[i] * 1e3) * 1e-3, coarse.position()[i], 1e-12);
        }
    }

    @Test
    void restoredAtAnyTickItGoesOnToTheSameBits() {
        TruthDraw draw = new TruthDraw(11);
        List<HiddenFault> faults = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            String place =
                    switch (kind) {
                        case TELEMETRY_DELAY, COMMAND_DELAY -> "";
                        case PUSH, PAYLOAD -> "fore";
                        default -> JOINTS.get(draw.below(3));
                    };
            double magnitude =
                    switch (kind) {
                        case TELEMETRY_DELAY, COMMAND_DELAY -> 0.02;
                        case SEIZED -> 10;
                        default -> 0.5;
                    };
            faults.add(new HiddenFault(
                    kind,
                    place,
                    draw.below(900) * 1_000_000L,
                    (1 + draw.below(300)) * 1_000_000L,
                    magnitude,
                    new Vec3(10, 5, 0)));
        }
        HiddenTruth truth = new HiddenTruth(draw.body(MODEL, 0.2, 0.4), 5_000_000, 3_000_000, 1e-4, faults);
        for (int trial = 0; trial < 12; trial++) {
            int at = 1 + draw.below(1200);
            SimulatedRobot one = robot(truth, 1);
            after(one, at);
            CanonicalOutput out = new CanonicalOutput();
            one.save(out);
            SimulatedRobot other = robot(truth, 1);
            other.restore(new CanonicalInput(out.toByteArray()));
            for (int k = 0; k < 20; k++) {
                JointStateFrame a = after(one, 8);
                JointStateFrame b = after(other, 8);
                assertArrayEquals(a.position(), b.position(), "tick " + at);
                assertArrayEquals(a.effort(), b.effort(), "tick " + at);
            }
        }
    }
}
