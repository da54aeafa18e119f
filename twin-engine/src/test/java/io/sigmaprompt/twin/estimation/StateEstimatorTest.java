package io.sigmaprompt.twin.estimation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.session.ThreeJointArm;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateEstimatorTest {
    private static final double[] NONE = new double[0];
    private static final long PERIOD = 10_000_000;

    private final StateEstimator estimate = estimator();

    private static StateEstimator estimator() {
        return new StateEstimator(new DrivenJoints(ThreeJointArm.model()), new double[] {0, -0.6, 0.9});
    }

    private static JointStateFrame positions(long nanos, List<String> names, double... position) {
        return new JointStateFrame("arm", nanos, 0, names, position, NONE, NONE);
    }

    @Test
    void namesDecideWhichJointANumberBelongsTo() {
        estimate.update(new JointStateFrame(
                "arm",
                PERIOD,
                0,
                List.of("elbow", "camera", "pan"),
                new double[] {1, 2, 3},
                new double[] {4, 5, 6},
                new double[] {7, 8, 9}));
        assertArrayEquals(new double[] {3, -0.6, 1}, estimate.position());
        assertArrayEquals(new double[] {6, 0, 4}, estimate.velocity());
        assertArrayEquals(new double[] {9, Double.NaN, 7}, estimate.effort());
    }

    @Test
    void whereNoVelocityIsMeasuredItIsTheSlopeOfPosition() {
        estimate.update(positions(PERIOD, List.of("pan"), 0.10));
        assertEquals(0, estimate.velocity()[0], "a first word has no slope");
        estimate.update(positions(2 * PERIOD, List.of("pan"), 0.11));
        assertEquals(1, estimate.velocity()[0], 0.01);
    }

    @Test
    void aJointThatIsToldOfEverySecondTimeHasItsOwnSlope() {
        for (int i = 0; i < 10; i++) {
            estimate.update(positions((2L * i + 1) * PERIOD, List.of("pan"), 0.02 * i));
            estimate.update(positions((2L * i + 2) * PERIOD, List.of("lift"), -0.6 + 0.04 * i));
        }
        assertEquals(1, estimate.velocity()[0], 1e-3);
        assertEquals(2, estimate.velocity()[1], 1e-3);
    }

    @Test
    void whatWasNeverHeardOfHasNoVariance() {
        estimate.update(positions(PERIOD, List.of("pan"), 0.1));
        assertTrue(estimate.positionVariance()[0] > 0);
        assertTrue(Double.isNaN(estimate.positionVariance()[1]));
        assertTrue(Double.isNaN(estimate.innovationNis()[0]), "a first word is compared with nothing");
    }

    @Test
    void innovationsAreCountedByTheNumbersThatCame() {
        estimate.update(positions(PERIOD, List.of("pan"), 0.10));
        estimate.update(positions(2 * PERIOD, List.of("pan"), 0.11));
        assertEquals(1, estimate.innovationFreedom()[0]);
        estimate.update(
                new JointStateFrame("arm", 3 * PERIOD, 0, List.of("pan"), new double[] {0.12}, new double[] {1}, NONE));
        assertEquals(2, estimate.innovationFreedom()[0]);
        assertTrue(estimate.innovationNis()[0] < 25);
    }

    @Test
    void afterForgettingTheNextFrameIsAFirstWord() {
        estimate.update(positions(PERIOD, List.of("pan"), 0.10));
        estimate.forget();
        estimate.update(positions(2 * PERIOD, List.of("pan"), 0.9));
        assertEquals(0.9, estimate.position()[0]);
        assertEquals(0, estimate.velocity()[0]);
    }

    @Test
    void whereNoEffortIsMeasuredItIsNotKnown() {
        estimate.update(positions(PERIOD, List.of("pan"), 0.1));
        assertTrue(Double.isNaN(estimate.effort()[0]));
    }

    @Test
    void restoredItGoesOnToTheSameSlope() {
        estimate.update(positions(PERIOD, List.of("pan", "lift"), 0.1, -0.5));
        CanonicalOutput out = new CanonicalOutput();
        estimate.save(out);
        StateEstimator other = estimator();
        other.restore(new CanonicalInput(out.toByteArray()));
        JointStateFrame next = positions(2 * PERIOD, List.of("pan", "elbow"), 0.15, 1);
        estimate.update(next);
        other.update(next);
        assertArrayEquals(estimate.velocity(), other.velocity());
        assertArrayEquals(estimate.positionVariance(), other.positionVariance());
        assertEquals(5, other.velocity()[0], 0.05);
    }
}
