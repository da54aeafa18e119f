package io.sigmaprompt.headless.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.record.EstimateRecord;
import org.junit.jupiter.api.Test;

class EstimateSectionTest {
    private static String said(double mass, double deviation, boolean excited) {
        return EstimateSection.words(
                new EstimateRecord.Payload("tool", mass, deviation, new double[3], new double[3], excited));
    }

    @Test
    void aLoadThatWeighsLessThanNothingIsNotClaimed() {
        String words = said(-1.21, 0.05, true);
        assertTrue(words.startsWith("No load of tool is claimed"), words);
        assertTrue(words.contains("friction"), words);
    }

    @Test
    void aLoadWithinItsDoubtIsNone() {
        assertEquals("No load of tool beyond its model is seen (0.03 kg ± 0.02 kg).", said(0.03, 0.02, true));
        assertEquals("No load of tool beyond its model is seen (-0.03 kg ± 0.02 kg).", said(-0.03, 0.02, true));
    }

    @Test
    void aLoadIsToldWithWhatItTakesForGranted() {
        assertEquals(
                "Beyond its model, tool seems to carry 3.00 kg ± 0.02 kg at the end, if nothing else differs from the"
                        + " model.",
                said(3, 0.02, true));
    }

    @Test
    void aRobotThatHardlyMovedTellsNoLoad() {
        assertTrue(said(3, 5, false).endsWith("has not moved enough to tell."));
    }
}
