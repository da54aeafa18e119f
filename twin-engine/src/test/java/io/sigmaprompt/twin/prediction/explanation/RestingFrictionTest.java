package io.sigmaprompt.twin.prediction.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.twin.record.ExplanationRecord;
import io.sigmaprompt.twin.record.ExplanationRecord.Cause;
import io.sigmaprompt.twin.record.ExplanationRecord.Kind;
import io.sigmaprompt.twin.simulation.HiddenFault;
import io.sigmaprompt.twin.simulation.HiddenTruth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A joint whose friction grew, and that then rests. */
class RestingFrictionTest {
    private static final long START = 2_500_000_000L;
    private static final String ELBOW = "elbow_joint";

    private final RobotModel arm = LibraryRobots.arm(0);
    private final HiddenFault friction = new HiddenFault(HiddenFault.Kind.FRICTION, ELBOW, START, 0, 3);

    private static List<String> otherNames(TruthTrial trial, double from) {
        List<String> others = new ArrayList<>();
        for (ExplanationRecord each : trial.explanations()) {
            if (each.simNanos() < from * 1e9 || each.causes().isEmpty()) {
                continue;
            }
            Cause first = each.causes().getFirst();
            if (first.kind() != Kind.PARAMETER_DRIFT || !first.joint().equals(ELBOW)) {
                others.add(each.simNanos() * 1e-9 + " s: " + first.text());
            }
        }
        return others;
    }

    @Test
    void atRestItKeepsItsName() {
        TruthTrial trial = new TruthTrial(arm, HiddenTruth.faults(arm, List.of(friction)), 7);
        trial.run(13);
        assertEquals(List.of(), otherNames(trial, 3.5));
    }

    @Test
    void afterASilenceItKeepsItsName() {
        for (double from = 4; from < 9; from += 0.7) {
            TruthTrial trial = new TruthTrial(arm, HiddenTruth.faults(arm, List.of(friction)), 7);
            trial.beSilent(from, from + 0.4);
            trial.run(from + 2.5);
            assertEquals(List.of(), otherNames(trial, 3.5), "silent from " + from + " s");
        }
    }

    @Test
    void aSoundRobotsSilenceNeedsNoExplanation() {
        TruthTrial trial = new TruthTrial(arm, HiddenTruth.none(arm), 7);
        trial.beSilent(3.3, 3.9);
        trial.run(6);
        assertTrue(trial.explanations().stream().allMatch(each -> each.causes().isEmpty()));
    }

    @Test
    void aPushBeyondFrictionIsStillAPush() {
        HiddenFault push =
                new HiddenFault(HiddenFault.Kind.PUSH, "wrist_1_link", 11_000_000_000L, 0, 0, new Vec3(60, -60, 30));
        TruthTrial trial = new TruthTrial(arm, HiddenTruth.faults(arm, List.of(friction, push)), 7);
        trial.run(11.9);
        assertFalse(trial.last().causes().isEmpty());
        assertTrue(
                trial.last().causes().stream().anyMatch(each -> each.kind() == Kind.EXTERNAL_CONTACT),
                trial.last().causes().toString());
    }
}
