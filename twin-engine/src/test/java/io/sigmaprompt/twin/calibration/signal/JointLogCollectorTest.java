package io.sigmaprompt.twin.calibration.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.util.List;
import org.junit.jupiter.api.Test;

class JointLogCollectorTest {
    private static final DrivenJoints DRIVEN = new DrivenJoints(new RobotModel(
            "one",
            false,
            List.of(
                    new Link("base", Inertia.ZERO, List.of(), List.of()),
                    new Link("arm", Inertia.ZERO, List.of(), List.of())),
            List.of(new Joint(
                    "shoulder",
                    JointType.REVOLUTE,
                    "base",
                    "arm",
                    Pose.IDENTITY,
                    new Vec3(0, 0, 1),
                    JointLimits.NONE,
                    JointDynamics.NONE,
                    null))));

    private static JointLogCollector of(String joint, int frames, double[] effort) {
        JointLogCollector collector = new JointLogCollector(DRIVEN, "the log");
        for (int i = 0; i < frames; i++) {
            collector.receive(new KernelInput.Telemetry(new JointStateFrame(
                    "robot", i * 1_000_000L, 0, List.of(joint), new double[] {i}, new double[0], effort)));
        }
        return collector;
    }

    @Test
    void aLogIsGatheredInOrder() {
        JointLog log = of("shoulder", 200, new double[] {3}).log();
        assertEquals(200, log.nanos().length);
        assertEquals(199, log.position()[0][199]);
        assertEquals(3, log.effort()[0][7]);
        assertEquals(0.199, log.seconds(), 1e-12);
    }

    @Test
    void anotherRobotsLogIsRefusedAndBothNamesAreTold() {
        BadInputException refusal = assertThrows(
                BadInputException.class, () -> of("knee", 200, new double[] {3}).log());
        assertTrue(refusal.getMessage().contains("shoulder"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("knee"), refusal.getMessage());
    }

    @Test
    void aLogWithoutEffortsIsRefused() {
        BadInputException refusal = assertThrows(BadInputException.class, () -> of("shoulder", 200, new double[0])
                .log());
        assertTrue(refusal.getMessage().contains("found none of shoulder"), refusal.getMessage());
    }

    @Test
    void aShortLogIsRefused() {
        BadInputException refusal = assertThrows(BadInputException.class, () -> of("shoulder", 20, new double[] {1})
                .log());
        assertTrue(refusal.getMessage().contains("found 20"), refusal.getMessage());
    }

    @Test
    void effortsOfNothingButZerosAreNoEfforts() {
        BadInputException refusal = assertThrows(BadInputException.class, () -> of("shoulder", 200, new double[] {0})
                .log());
        assertTrue(refusal.getMessage().contains("found nothing but zeros"), refusal.getMessage());
    }

    @Test
    void numbersThatNoRobotHasAreRefusedWithTheirTime() {
        BadInputException refusal =
                assertThrows(BadInputException.class, () -> of("shoulder", 200, new double[] {-1e200})
                        .log());
        assertTrue(refusal.getMessage().contains("effort of shoulder"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("-1.0E200 at 0.000 s"), refusal.getMessage());
    }

    @Test
    void anAngleThatIsToldWithinOneTurnGoesOnBeyondIt() {
        JointLogCollector collector = new JointLogCollector(DRIVEN, "the log");
        for (int i = 0; i < 200; i++) {
            double within = Math.IEEEremainder(0.1 * i, 2 * Math.PI);
            collector.receive(new KernelInput.Telemetry(new JointStateFrame(
                    "robot",
                    i * 1_000_000L,
                    0,
                    List.of("shoulder"),
                    new double[] {within},
                    new double[0],
                    new double[] {1})));
        }
        assertEquals(19.9, collector.log().position()[0][199], 1e-9);
        assertTrue(
                collector.warnings().stream().anyMatch(each -> each.contains("shoulder jumped by a turn 3 times")),
                collector.warnings()::toString);
    }
}
