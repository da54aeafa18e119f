package io.sigmaprompt.twin.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.session.ThreeJointArm;
import java.util.List;
import org.junit.jupiter.api.Test;

class StaleDetectorTest {
    private final StaleDetector detector = new StaleDetector(100 * Watch.MILLISECOND);
    private final Watch watch = new Watch(ThreeJointArm.model());

    private void silentFor(long milliseconds) {
        watch.ageNanos = milliseconds * Watch.MILLISECOND;
        watch.after(10).show(detector);
    }

    @Test
    void silenceIsFoundOnceAndItsEndTold() {
        silentFor(100);
        assertEquals(List.of(), watch.said);
        silentFor(101);
        silentFor(111);
        assertEquals(1, watch.said.size());
        assertEquals(FindingRecord.Kind.STALE, watch.last().kind());
        assertEquals(0.101, watch.last().value(), 1e-12);
        assertEquals(0.1, watch.last().threshold(), 1e-12);
        silentFor(0);
        assertFalse(watch.last().active());
        assertEquals(2, watch.said.size());
    }

    @Test
    void aRobotHasASecondForItsFirstWord() {
        watch.tracking = false;
        silentFor(1_000);
        assertEquals(List.of(), watch.said);
        silentFor(1_010);
        assertEquals(1, watch.said.size());
    }
}
