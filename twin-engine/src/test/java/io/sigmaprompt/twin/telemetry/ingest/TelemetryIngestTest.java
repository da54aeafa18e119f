package io.sigmaprompt.twin.telemetry.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.twin.session.ThreeJointArm;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
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
        return new JointStateFrame(
                "arm", source, TelemetryMessage.UNAVAILABLE, names, position, new double[0], new double[0]);
    }

    private boolean accept(JointStateFrame frame, long simNanos) {
        return ingest.judge(frame, simNanos) != Judgement.DISMISS;
    }

    private boolean take(long sourceMillis) {
        return accept(frame(sourceMillis * MS, JOINTS, 0.1, 0.2, 0.3), sourceMillis * MS);
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
        assertFalse(accept(frame(8 * MS, JOINTS, 0.1, Double.NaN, 0.3), 8 * MS));
        assertEquals(1, ingest.rejected());
        assertTrue(complaints.getFirst().contains("'lift'"), complaints::toString);
    }

    @Test
    void aWrongLengthIsRefusedSayingWhatWasExpected() {
        assertFalse(accept(frame(8 * MS, JOINTS, 0.1, 0.2), 8 * MS));
        assertTrue(complaints.getFirst().contains("expected 3 numbers"), complaints::toString);
    }

    @Test
    void anUnknownJointIsNamedOnceAndTheOthersAreUsed() {
        List<String> names = List.of("pan", "lift", "elbow", "gripper");
        assertTrue(accept(frame(8 * MS, names, 0.1, 0.2, 0.3, 0.4), 8 * MS));
        assertTrue(accept(frame(16 * MS, names, 0.1, 0.2, 0.3, 0.4), 16 * MS));
        assertEquals(1, complaints.size());
        assertTrue(complaints.getFirst().contains("'gripper'"));
    }

    @Test
    void aFrameWithoutAnyKnownJointIsRefused() {
        assertFalse(accept(frame(8 * MS, List.of("knee"), 0.1), 8 * MS));
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
        assertEquals(Judgement.APPLY_ANEW, ingest.judge(frame(8 * MS, JOINTS, 0.1, 0.2, 0.3), 5_100 * MS));
        assertTrue(complaints.getFirst().contains("began anew"));
        assertFalse(accept(frame(-500 * MS, JOINTS, 0.1, 0.2, 0.3), 5_108 * MS), "only the first message may");
    }

    @Test
    void aClockThatGoesOnAfterTheWireWasLostHasNotBegunAnew() {
        take(5_000);
        ingest.reconnected();
        assertEquals(Judgement.APPLY, ingest.judge(frame(5_300 * MS, JOINTS, 0.1, 0.2, 0.3), 5_300 * MS));
        assertEquals(1, ingest.gaps());
        assertFalse(accept(frame(8 * MS, JOINTS, 0.1, 0.2, 0.3), 5_308 * MS));
        assertEquals(1, ingest.late());
    }

    @Test
    void aClockThatGoesOnFarBackHasBegunAnewThoughTheWireHeld() {
        take(5_000);
        int dismissed = 0;
        for (int i = 1; i <= 20; i++) {
            dismissed += accept(frame(i * 8 * MS, JOINTS, 0.1, 0.2, 0.3), (5_000 + i * 8) * MS) ? 0 : 1;
        }
        assertEquals(StreamOrder.PROOF - 1, dismissed);
        assertEquals(StreamOrder.PROOF - 1, ingest.late());
        assertEquals(1, ingest.streams().getFirst().restarts());
    }

    @Test
    void aHeapOfOldFramesAtOnceIsLateAndNoClockThatBeganAnew() {
        take(5_000);
        for (int i = 1; i <= 20; i++) {
            assertFalse(accept(frame(i * 8 * MS, JOINTS, 0.1, 0.2, 0.3), 5_001 * MS));
        }
        assertEquals(20, ingest.late());
        assertEquals(LateFrames.KEPT, ingest.lateFrames().size());
        assertEquals(160 * MS, ingest.lateFrames().getLast().message().sourceNanos());
        assertTrue(take(5_008));
    }

    @Test
    void oneStampFarAheadCostsOneFrameAndAClockSetAheadIsBelievedSoon() {
        take(8);
        take(16);
        assertFalse(accept(frame(90_000 * MS, JOINTS, 0.1, 0.2, 0.3), 24 * MS));
        assertEquals(1, ingest.rejected());
        assertTrue(take(32));
        int dismissed = 0;
        for (int i = 5; i <= 20; i++) {
            dismissed += accept(frame((90_000 + i * 8) * MS, JOINTS, 0.1, 0.2, 0.3), i * 8 * MS) ? 0 : 1;
        }
        assertEquals(StreamOrder.PROOF - 1, dismissed);
    }

    @Test
    void jointsToldOfInTurnsAreEachInTheirOwnOrder() {
        assertTrue(accept(frame(10 * MS, List.of("pan", "lift"), 0.1, 0.2), 10 * MS));
        assertTrue(accept(frame(9 * MS, List.of("elbow"), 0.3), 11 * MS));
        assertTrue(accept(frame(20 * MS, JOINTS, 0.1, 0.2, 0.3), 20 * MS));
        assertFalse(accept(frame(19 * MS, List.of("elbow"), 0.3), 21 * MS), "the elbow is known at 20 ms");
        assertEquals(1, ingest.reordered());
    }

    @Test
    void oneThatTellsOfSomeJointsHasARhythmOfItsOwn() {
        for (int i = 1; i <= 100; i++) {
            accept(frame(i * 100 * MS, List.of("elbow"), 0.3), i * 100 * MS);
        }
        assertEquals(0, ingest.gaps());
        accept(frame(10_700 * MS, List.of("elbow"), 0.3), 10_700 * MS);
        assertEquals(1, ingest.gaps());
    }

    @Test
    void aFrameThatComesASecondTimeIsADuplicateEvenBehindNewerOnes() {
        take(8);
        take(16);
        take(24);
        assertFalse(take(8));
        assertEquals(1, ingest.duplicates());
        assertEquals(0, ingest.reordered());
    }

    @Test
    void aFrameThatIsNotAppliedDoesNotCompleteTheRobot() {
        accept(frame(100 * MS, List.of("pan", "lift"), 0.1, 0.2), 100 * MS);
        accept(frame(10 * MS, JOINTS, 0.1, 0.2, 0.3), 101 * MS);
        assertFalse(ingest.complete());
    }
}
