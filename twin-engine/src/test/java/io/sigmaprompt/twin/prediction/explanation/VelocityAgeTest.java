package io.sigmaprompt.twin.prediction.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.record.ExplanationRecord.Cause;
import io.sigmaprompt.twin.record.ExplanationRecord.Kind;
import io.sigmaprompt.twin.simulation.HiddenFault;
import io.sigmaprompt.twin.simulation.HiddenTruth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Robots that accelerate hard, whose velocities are of another instant than their positions. */
class VelocityAgeTest {
    private static final double PACE = 2.5;

    /** Beyond the half millisecond by which the simulation's own velocities are old: none, that, and a low pass. */
    @ParameterizedTest
    @ValueSource(doubles = {-5e-4, 0, 1.5e-3})
    void noVelocitySensorOfASoundRobotIsBlamed(double older) {
        for (int k = 0; k < 4; k++) {
            List<Cause> blamed = blamed(k, older, 1);
            assertTrue(
                    blamed.stream().noneMatch(cause -> cause.kind() == Kind.SENSOR_FAULT), "draw " + k + ": " + blamed);
        }
    }

    @Test
    void aSoundRobotNeedsNoExplanation() {
        for (int k = 0; k < 4; k++) {
            assertEquals(List.of(), blamed(k, 0, 1), "draw " + k);
        }
    }

    /** Fine sensors see half a millisecond. */
    @Test
    void noVelocitySensorIsBlamedWhereNoiseIsLow() {
        for (int k = 0; k < 4; k++) {
            List<String> texts = blamed(k, 0, 0.1).stream().map(Cause::text).toList();
            assertTrue(texts.stream().noneMatch(text -> text.contains("velocity sensor")), "draw " + k + ": " + texts);
        }
    }

    private static List<Cause> blamed(int k, double older, double noise) {
        RobotModel arm = LibraryRobots.arm(k % 2);
        TruthTrial trial = new TruthTrial(arm, HiddenTruth.none(arm), 400 + k, PACE, noise);
        trial.tellVelocitiesOlder(older);
        trial.run(6);
        assertTrue(trial.greatestAcceleration() > 14, "acceleration " + trial.greatestAcceleration());
        return trial.explanations().stream()
                .flatMap(each -> each.causes().stream())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-5e-4, 0, 1.5e-3})
    void aVelocitySensorThatIsOffIsStillFound(double older) {
        RobotModel arm = LibraryRobots.arm(0);
        HiddenFault fault = new HiddenFault(HiddenFault.Kind.VELOCITY_SCALE, "elbow_joint", 2_500_000_000L, 0, 0.15);
        TruthTrial trial = new TruthTrial(arm, HiddenTruth.faults(arm, List.of(fault)), 400, PACE, 1);
        trial.tellVelocitiesOlder(older);
        trial.run(3.8);
        Cause first = trial.last().causes().getFirst();
        assertEquals(Kind.SENSOR_FAULT, first.kind(), first.text());
        assertEquals("elbow_joint", first.joint(), first.text());
        assertEquals(0.15, first.value(), 0.02, first.text());
    }

    @Test
    void delaysStayExactWhereVelocitiesAreNew() {
        RobotModel arm = LibraryRobots.arm(0);
        TruthTrial trial = new TruthTrial(arm, new HiddenTruth(arm, 0, 20_000_000, 0, List.of()), 400, PACE, 1);
        trial.tellVelocitiesOlder(-5e-4);
        trial.run(3);
        Cause first = trial.last().causes().getFirst();
        assertEquals(Kind.DELAY, first.kind(), first.text());
        assertEquals(0.020, first.value(), 1e-3, first.text());
    }
}
