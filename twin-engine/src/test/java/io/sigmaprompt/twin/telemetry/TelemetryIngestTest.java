package io.sigmaprompt.twin.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.twin.session.ThreeJointArm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TelemetryIngestTest {
    private static final long MS = 1_000_000;
    private static final List<String> JOINTS = List.of("pan", "lift", "elbow");

    private final List<String> complaints = new ArrayList<>();
    private final TelemetryIngest ingest = new TelemetryIngest(
            new IngestSettings(8 * MS, 5, 16 * MS), new DrivenJoints(ThreeJointArm.model()), complaints::add);

    private static JointStateFrame frame(long source, List<String> names, double... position) {
        return new JointStateFrame("arm", source, 0, names, position, new double[0], new double[0]);
    }

    private boolean take(long sourceMillis) {
        return ingest.accept(frame(sourceMillis * MS, JOINTS, 0.1, 0.2, 0.3), sourceMillis * MS);
    }

    @Test
    void framesInOrderMoveTheTwin() {
        assertTrue(take(8));
        assertTrue(take(16));
        assertEquals(2, ingest.applied());
        assertTrue(ingest.complete());
        assertEquals(List.of(), complaints);
    }

    @Test
    void aFrameSeenBeforeIsCountedAndNotApplied() {
        take(8);
        assertFalse(take(8));
        assertEquals(1, ingest.duplicates());
    }

    @Test
    void aFrameOutOfOrderIsSupersededAndAMuchOlderOneIsLate() {
        take(8);
        take(40);
        assertFalse(take(32));
        assertFalse(take(16));
        assertEquals(1, ingest.reordered());
        assertEquals(1, ingest.late());
        assertTrue(complaints.getFirst().contains("clock runs backwards"));
    }

    @Test
    void silenceOfMoreThanFivePeriodsIsAGap() {
        take(8);
        take(48);
        assertEquals(0, ingest.gaps());
        take(100);
        assertEquals(1, ingest.gaps());
    }

    @Test
    void aNumberThatIsNotFiniteIsRefusedWithItsJointNamed() {
        assertFalse(ingest.accept(frame(8 * MS, JOINTS, 0.1, Double.NaN, 0.3), 8 * MS));
        assertEquals(1, ingest.rejected());
        assertTrue(complaints.getFirst().contains("'lift'"), complaints::toString);
    }

    @Test
    void aWrongLengthIsRefusedSayingWhatWasExpected() {
        assertFalse(ingest.accept(frame(8 * MS, JOINTS, 0.1, 0.2), 8 * MS));
        assertTrue(complaints.getFirst().contains("expected 3 numbers"), complaints::toString);
    }

    @Test
    void anUnknownJointIsNamedOnceAndTheOthersAreUsed() {
        List<String> names = List.of("pan", "lift", "elbow", "gripper");
        assertTrue(ingest.accept(frame(8 * MS, names, 0.1, 0.2, 0.3, 0.4), 8 * MS));
        assertTrue(ingest.accept(frame(16 * MS, names, 0.1, 0.2, 0.3, 0.4), 16 * MS));
        assertEquals(1, complaints.size());
        assertTrue(complaints.getFirst().contains("'gripper'"));
    }

    @Test
    void aFrameWithoutAnyKnownJointIsRefused() {
        assertFalse(ingest.accept(frame(8 * MS, List.of("knee"), 0.1), 8 * MS));
        assertEquals(1, ingest.rejected());
        assertFalse(ingest.heard());
    }

    @Test
    void theRateIsThatOfTheLastSecond() {
        for (int i = 1; i <= 250; i++) {
            take(i * 8L);
        }
        assertEquals(125, ingest.rateHz(2_000 * MS), 13);
    }

    @Test
    void afterTheWireWasLostAClockMayBeginAnew() {
        take(5_000);
        ingest.reconnected();
        assertTrue(ingest.restarts(8 * MS));
        assertTrue(take(8));
        assertTrue(complaints.getFirst().contains("began anew"));
        assertFalse(ingest.restarts(-500 * MS), "only the first message may");
    }

    @Test
    void aClockThatGoesOnAfterTheWireWasLostHasNotBegunAnew() {
        take(5_000);
        ingest.reconnected();
        assertFalse(ingest.restarts(5_300 * MS));
        assertTrue(take(5_300));
        assertEquals(1, ingest.gaps());
        assertFalse(ingest.restarts(8 * MS));
        assertFalse(take(8));
        assertEquals(1, ingest.late());
    }

    @Test
    void aFrameThatIsNotAppliedDoesNotCompleteTheRobot() {
        ingest.accept(frame(100 * MS, List.of("pan", "lift"), 0.1, 0.2), 100 * MS);
        ingest.accept(frame(10 * MS, JOINTS, 0.1, 0.2, 0.3), 101 * MS);
        assertFalse(ingest.complete());
    }
}
