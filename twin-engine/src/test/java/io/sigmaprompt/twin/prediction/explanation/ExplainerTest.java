package io.sigmaprompt.twin.prediction.explanation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.world.SimulationSettings;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.prediction.ReferenceHistory;
import io.sigmaprompt.twin.record.ExplanationRecord;
import io.sigmaprompt.twin.record.ExplanationRecord.Cause;
import io.sigmaprompt.twin.record.ExplanationRecord.Kind;
import io.sigmaprompt.twin.simulation.HiddenFault;
import io.sigmaprompt.twin.simulation.HiddenTruth;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private static final long START = 2_500_000_000L;

    private final RobotModel arm = LibraryRobots.arm(0);

    private Cause first(HiddenFault... faults) {
        TruthTrial trial = new TruthTrial(arm, HiddenTruth.faults(arm, List.of(faults)), 7);
        trial.run(3.8);
        return trial.last().causes().getFirst();
    }

    @Test
    void aLoadIsWeighed() {
        Cause cause = first(new HiddenFault(HiddenFault.Kind.PAYLOAD, "wrist_3_link", START, 0, 2));
        assertEquals(Kind.PARAMETER_DRIFT, cause.kind());
        assertEquals(2, cause.value(), 0.1);
        assertEquals("kg", cause.unit());
    }

    @Test
    void aPushIsMeasuredWhereItIs() {
        Cause cause = first(new HiddenFault(
                HiddenFault.Kind.PUSH, "wrist_1_link", START + 500_000_000L, 0, 0, new Vec3(20, -20, 10)));
        assertEquals(Kind.EXTERNAL_CONTACT, cause.kind());
        assertEquals(30, cause.value(), 2);
        assertTrue(cause.share() > 0.9, "share " + cause.share());
        assertTrue(cause.evidence() > 100, "evidence " + cause.evidence());
    }

    @Test
    void twoFaultsAtOnceAreTwoCauses() {
        TruthTrial trial = new TruthTrial(
                arm,
                HiddenTruth.faults(
                        arm,
                        List.of(
                                new HiddenFault(HiddenFault.Kind.EFFORT_OFFSET, "shoulder_pan_joint", START, 0, 20),
                                new HiddenFault(HiddenFault.Kind.PAYLOAD, "wrist_3_link", START, 0, 4))),
                7);
        trial.run(3.9);
        List<Kind> kinds = trial.last().causes().stream().map(Cause::kind).toList();
        assertTrue(kinds.contains(Kind.SENSOR_FAULT) && kinds.contains(Kind.PARAMETER_DRIFT), kinds.toString());
        double told = trial.last().causes().stream().mapToDouble(Cause::share).sum();
        assertEquals(1, told, 0.05);
    }

    @Test
    void whatPassesIsForgotten() {
        TruthTrial trial = new TruthTrial(
                arm,
                HiddenTruth.faults(
                        arm,
                        List.of(new HiddenFault(
                                HiddenFault.Kind.EFFORT_OFFSET, "elbow_joint", START, 500_000_000, 15))),
                7);
        trial.run(3.2);
        assertFalse(trial.last().causes().isEmpty());
        trial.run(5);
        assertTrue(trial.last().causes().isEmpty(), trial.last().toString());
    }

    @Test
    void restoredItExplainsToTheSameBits() {
        HiddenTruth truth = HiddenTruth.faults(
                arm, List.of(new HiddenFault(HiddenFault.Kind.FRICTION, "elbow_joint", START, 0, 3)));
        TruthTrial trial = new TruthTrial(arm, truth, 7);
        trial.run(3.5);
        ReferenceHistory references = new ReferenceHistory(new DrivenJoints(arm));
        Explainer other =
                new Explainer(arm, SimulationSettings.DEFAULT, trial.start(), references, ExplanationSettings.DEFAULT);
        CanonicalOutput out = new CanonicalOutput();
        trial.save(out);
        CanonicalInput in = new CanonicalInput(out.toByteArray());
        references.restore(in);
        other.restore(in);
        ExplanationRecord expected = trial.explain();
        assertFalse(expected.causes().isEmpty());
        assertArrayEquals(bits(expected), bits(other.explain("robot", expected.simNanos())));
    }

    private static byte[] bits(ExplanationRecord record) {
        CanonicalOutput out = new CanonicalOutput();
        record.encode(out);
        return out.toByteArray();
    }
}
