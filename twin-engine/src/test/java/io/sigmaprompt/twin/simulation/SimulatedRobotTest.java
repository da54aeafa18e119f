package io.sigmaprompt.twin.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.session.ThreeJointArm;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedRobotTest {
    private static final double[] NONE = new double[0];

    private final SimulatedRobot robot = new SimulatedRobot(ThreeJointArm.body());

    private static TrajectoryPoint point(double seconds, double... position) {
        return new TrajectoryPoint((long) (seconds * 1e9), position, NONE, NONE);
    }

    private void run(double seconds) {
        for (int i = 0; i < Math.round(seconds * 1000); i++) {
            robot.step();
        }
    }

    @Test
    void aTrajectoryIsFollowedToItsEnd() {
        robot.followTrajectory(List.of("elbow", "pan"), List.of(point(0.5, 1.1, 0.2), point(1.2, 1.4, 0.5)));
        run(1.5);
        assertEquals(0.5, robot.simulation().position(0), 2e-3);
        assertEquals(-0.6, robot.simulation().position(1), 2e-3);
        assertEquals(1.4, robot.simulation().position(2), 2e-3);
    }

    @Test
    void aBrokenTrajectoryIsRefusedAndTheRunningOneGoesOn() {
        robot.followTrajectory(List.of("pan"), List.of(point(1, 0.5)));
        run(0.5);
        for (List<TrajectoryPoint> broken : List.of(
                List.of(point(1, 0.1, 0.2)), List.of(point(1, Double.NaN)), List.of(point(1, 0.1), point(1, 0.2)))) {
            assertThrows(BadInputException.class, () -> robot.followTrajectory(List.of("pan"), broken));
        }
        BadInputException unknown = assertThrows(
                BadInputException.class, () -> robot.followTrajectory(List.of("knee"), List.of(point(1, 0))));
        assertTrue(unknown.getMessage().contains("pan, lift, elbow"));
        run(0.7);
        assertEquals(0.5, robot.simulation().position(0), 2e-3);
    }

    @Test
    void itSpeaksAt125HertzButNotDuringAGap() {
        int frames = 0;
        robot.inject(new Fault(Fault.Kind.TELEMETRY_GAP, "", 1, 400_000_000));
        for (int i = 0; i < 1_400; i++) {
            robot.step();
            frames += robot.telemetryDue() ? 1 : 0;
        }
        assertEquals(125, frames, 1);
    }

    @Test
    void aPassingFaultPasses() {
        robot.inject(new Fault(Fault.Kind.EFFORT_LIMIT, "lift", 0.01, 300_000_000));
        run(0.3);
        assertTrue(Math.abs(robot.simulation().effort(1)) <= 0.8 + 1e-9, "the weak servo holds with little");
        run(3);
        assertEquals(-0.6, robot.simulation().position(1), 5e-3, "the healthy servo brings it back");
    }

    @Test
    void restoredItGoesOnToTheSameBits() {
        robot.followTrajectory(List.of("pan"), List.of(point(1, 0.5)));
        robot.inject(new Fault(Fault.Kind.FRICTION, "pan", 3, 500_000_000));
        run(0.3);
        robot.jointState(0);
        CanonicalOutput out = new CanonicalOutput();
        robot.save(out);
        SimulatedRobot other = new SimulatedRobot(ThreeJointArm.body());
        other.restore(new CanonicalInput(out.toByteArray()));
        for (int i = 0; i < 700; i++) {
            robot.step();
            other.step();
        }
        assertArrayEquals(robot.jointState(0).position(), other.jointState(0).position());
        assertArrayEquals(robot.jointState(0).effort(), other.jointState(0).effort());
        assertFalse(robot.nanos() == 0);
    }
}
