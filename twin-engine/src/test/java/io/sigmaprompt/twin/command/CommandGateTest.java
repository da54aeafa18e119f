package io.sigmaprompt.twin.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.record.GateRecord;
import io.sigmaprompt.twin.record.GateRecord.Verdict;
import io.sigmaprompt.twin.session.ThreeJointArm;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CommandGateTest {
    private static final double TICK = 0.001;
    private static final double[] START = {0, -0.6, 0.9};
    private static final double[] REST = new double[3];

    private final CommandGate gate = gate();

    private static CommandGate gate() {
        RobotModel model = ThreeJointArm.model();
        return new CommandGate(model, new DrivenJoints(model), START, START, GateSettings.DEFAULT);
    }

    @Test
    void whatFitsAllLimitsPassesAsItIs() {
        double[] wanted = {1e-6, -0.6, 0.9};
        gate.check(wanted, REST, REST, 0, "", TICK);
        assertEquals(Verdict.PASSED, gate.verdict());
        assertArrayEquals(wanted, gate.position());
    }

    @Property(tries = 60)
    void nothingThatPassesBreaksALimit(@ForAll long seed, @ForAll @DoubleRange(min = 0.05, max = 6) double reach) {
        Random random = new Random(seed);
        CommandGate one = gate();
        double[] lastVelocity = new double[3];
        double[] wanted = START.clone();
        for (int tick = 0; tick < 1_800; tick++) {
            if (tick % 300 == 0) {
                for (int i = 0; i < 3; i++) {
                    wanted[i] = reach * (2 * random.nextDouble() - 1);
                }
            }
            one.check(wanted, REST, REST, 0, "", TICK);
            for (int i = 0; i < 3; i++) {
                assertTrue(Math.abs(one.position()[i]) <= 3 - 0.02 + 1e-6, "position " + one.position()[i]);
                assertTrue(Math.abs(one.velocity()[i]) <= 3 + 1e-6, "velocity " + one.velocity()[i]);
                double change = Math.abs(one.velocity()[i] - lastVelocity[i]) / TICK;
                assertTrue(change <= 12 + 1e-3, "acceleration " + change);
                lastVelocity[i] = one.velocity()[i];
            }
        }
    }

    @Test
    void aLeapIsFollowedWithinTheLimitsAndReached() {
        double[] far = {1, -0.6, 0.9};
        gate.check(far, REST, REST, 0, "", TICK);
        assertEquals(Verdict.LIMITED, gate.verdict());
        for (int i = 0; i < 2_000; i++) {
            gate.check(far, REST, REST, 0, "", TICK);
        }
        assertEquals(1, gate.position()[0], 1e-3);
        assertEquals(0, gate.velocity()[0], 2e-2);
    }

    @Test
    void silenceOfTheRobotBrakesToAHalt() {
        for (int i = 0; i < 200; i++) {
            gate.check(new double[] {1, -0.6, 0.9}, REST, REST, 0, "", TICK);
        }
        assertTrue(gate.velocity()[0] > 0.5);
        for (int i = 0; i < 400; i++) {
            gate.check(new double[] {1, -0.6, 0.9}, REST, REST, 300_000_000, "", TICK);
        }
        assertEquals(Verdict.HELD, gate.verdict());
        assertEquals(0, gate.velocity()[0]);
        assertTrue(gate.reason().contains("no telemetry"));
        GateRecord.Check watchdog = gate.checks().getLast();
        assertEquals("watchdog", watchdog.name());
        assertFalse(watchdog.ok());
    }

    @Test
    void stopBrakesAndSaysWhoAsked() {
        gate.check(START, REST, REST, 0, "STOP is pressed", TICK);
        assertEquals(Verdict.HELD, gate.verdict());
        assertEquals("STOP is pressed", gate.reason());
    }

    @Test
    void motionThatAsksTooMuchEffortIsHeldAndItsJointNamed() {
        RobotModel model = ThreeJointArm.model();
        GateSettings weak = new GateSettings(false, 0.02, 1, 12, 0.05, 250_000_000);
        CommandGate strict = new CommandGate(model, new DrivenJoints(model), START, START, weak);
        strict.check(START, REST, REST, 0, "", TICK);
        assertEquals(Verdict.HELD, strict.verdict());
        assertTrue(strict.reason().contains("lift") || strict.reason().contains("elbow"), strict.reason());
    }

    @Test
    void aRobotInMotionIsTakenOverAtItsOwnSpeed() {
        gate.reset(START, new double[] {1, 0, 0});
        gate.check(START, REST, REST, 0, "", TICK);
        assertEquals(Verdict.LIMITED, gate.verdict());
        assertEquals(1 - 12 * TICK, gate.velocity()[0], 1e-9);
        for (int i = 0; i < 3_000; i++) {
            gate.check(START, REST, REST, 0, "", TICK);
        }
        assertArrayEquals(START, gate.position(), 1e-3);
    }

    @Test
    void aSetPointThatIsNoNumberIsHeld() {
        gate.check(new double[] {0, Double.NaN, 0.9}, REST, REST, 0, "", TICK);
        assertEquals(Verdict.HELD, gate.verdict());
        assertArrayEquals(START, gate.position());
    }

    @Test
    void brakingForEffortKeepsTheAccelerationLimit() {
        RobotModel model = ThreeJointArm.model();
        int holds = 0;
        for (double share = 0.1; share < 0.95; share += 0.05) {
            GateSettings settings = new GateSettings(false, 0.02, 1, 12, share, 250_000_000);
            CommandGate one = new CommandGate(model, new DrivenJoints(model), START, START, settings);
            double[] last = new double[3];
            for (int i = 0; i < 1_500; i++) {
                one.check(new double[] {1, 0.8, 0.2}, REST, REST, 0, "", TICK);
                for (int j = 0; j < 3; j++) {
                    double change = Math.abs(one.velocity()[j] - last[j]) / TICK;
                    assertTrue(change <= 12 + 1e-6, "acceleration " + change + " at a share of " + share);
                    holds += one.verdict() == Verdict.HELD ? 1 : 0;
                    last[j] = one.velocity()[j];
                }
            }
        }
        assertTrue(holds > 0, "no motion was ever held");
    }

    @Test
    void aClosedGateTellsOfNoOldChecks() {
        gate.check(new double[] {1, -0.6, 0.9}, REST, REST, 100_000_000, "", TICK);
        gate.close("no mind wants anything");
        assertTrue(gate.checks().stream().allMatch(check -> check.used() == 0));
    }
}
