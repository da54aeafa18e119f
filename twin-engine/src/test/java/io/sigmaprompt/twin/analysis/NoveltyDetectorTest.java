package io.sigmaprompt.twin.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a model outside has never seen is a finding once it stays. */
class NoveltyDetectorTest {
    private static final long STEP = 100_000_000;

    private final List<FindingRecord> said = new ArrayList<>();
    private final FindingBoard board = new FindingBoard("arm", said::add);
    private NoveltyDetector detector = new NoveltyDetector(0.999, 2 * STEP);
    private long nanos;

    private void score(double... scores) {
        for (double score : scores) {
            nanos += STEP;
            detector.take(
                    new KernelInput.NoveltyScore("arm", "random-cut-forest", "trees 50", nanos - 20_000_000, score),
                    nanos,
                    board);
        }
    }

    @Test
    void oneHighScoreIsChance() {
        score(0.5, 0.9999, 0.5, 0.9999, 0.9999, Double.NaN, 0.2);
        assertEquals(List.of(), said);
    }

    @Test
    void highScoresThatStayAreFoundSinceTheFirstAndGoAway() {
        score(0.5, 0.9995, 0.9999, 0.9998);
        FindingRecord found = said.getFirst();
        assertEquals("novelty", found.id());
        assertEquals("random-cut-forest", found.evidence().detector());
        assertEquals(2 * STEP - 20_000_000, found.evidence().fromNanos());
        assertEquals(0.9998, found.evidence().score());
        score(0.9985, 0.5, 0.5);
        assertEquals(1, said.size());
        score(0.5);
        assertFalse(said.getLast().active());
    }

    @Test
    void aRestoredDetectorGoesOn() {
        score(0.9999, 0.9999);
        CanonicalOutput saved = new CanonicalOutput();
        detector.save(saved);
        detector = new NoveltyDetector(0.999, 2 * STEP);
        detector.restore(new CanonicalInput(saved.toByteArray()));
        score(0.9999);
        assertEquals(1, said.size());
    }
}
