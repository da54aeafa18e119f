package io.sigmaprompt.headless.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CycleNormalTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void whatIsUsualElsewhereInTheCycleIsUnusualHere() {
        CycleNormal normal = new CycleNormal(0.5);
        long now = 0;
        for (int cycle = 0; cycle < 20; cycle++) {
            normal.begin(now);
            for (int i = 0; i < 10; i++, now += SECOND) {
                normal.next(now, new double[] {i});
            }
        }
        assertEquals(0, normal.usual(), 1e-12);
        normal.begin(now);
        normal.next(now, new double[] {7});
        assertEquals(7, normal.usual(), 1e-12);
        assertFalse(normal.overdue());
        normal.next(now + 14 * SECOND, new double[] {7});
        assertTrue(normal.overdue());
        assertTrue(Double.isNaN(normal.usual()));
    }

    @Test
    void aSignalThatOnlyDriftsTellsNothing() {
        RunningNormal normal = new RunningNormal(2);
        double[] out = new double[2];
        for (int i = 0; i < 1000; i++) {
            normal.next(new double[] {20 + 0.01 * i, i % 2}, out);
        }
        assertEquals(0, out[0]);
        assertEquals(1, out[1], 0.05);
        normal.next(new double[] {Double.NaN, Double.NaN}, out);
        assertEquals(1, out[1], 0.05);
    }

    @Test
    void neighbouringScoresAreOneSpan() {
        ScoreSpan span = new ScoreSpan(0.9, 3 * SECOND);
        assertNull(span.next(SECOND, 1, 0.95));
        assertNull(span.next(2 * SECOND, 5, 0.99));
        assertNull(span.next(4 * SECOND, 1, 0.1));
        ScoreSpan.Span ended = span.next(6 * SECOND, 1, 0.1);
        assertNotNull(ended);
        assertEquals(new ScoreSpan.Span(SECOND, 2 * SECOND, 5, 0.99), ended);
        assertNull(span.end());
    }

    @Test
    void missingRowsAreAGapAndUnevenOnesJitter() {
        List<Anomaly> found = new ArrayList<>();
        TimingWatch timing = new TimingWatch("table", 1e7, DetectorChoice.ALL, found::add);
        long now = 0;
        for (int i = 0; i < 500; i++) {
            now += 10_000_000 + (i % 7) * 1000;
            assertFalse(timing.next(now));
        }
        now += 13_500_000;
        timing.next(now);
        now += 40_000_000;
        assertTrue(timing.next(now));
        assertEquals(
                List.of("jitter", "gap"),
                found.stream().map(each -> each.kind().words()).toList());
        assertEquals(0.04, found.getLast().value(), 1e-9);
    }
}
