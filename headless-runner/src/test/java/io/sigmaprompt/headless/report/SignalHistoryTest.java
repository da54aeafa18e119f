package io.sigmaprompt.headless.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SignalHistoryTest {
    private static final long CYCLE = 10_000_000;

    @Property(tries = 200)
    void noPeakIsLostHoweverLongTheSession(
            @ForAll @Size(min = 1, max = 400) List<@DoubleRange(min = -10, max = 10) Double> values,
            @ForAll @IntRange(min = 1, max = 5000) int spacing) {
        SignalHistory history = new SignalHistory(CYCLE);
        for (int i = 0; i < values.size(); i++) {
            history.add((long) i * spacing * CYCLE, values.get(i));
        }
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < history.stretches(); i++) {
            if (!Double.isNaN(history.low(i))) {
                assertTrue(history.low(i) <= history.high(i));
                least = Math.min(least, history.low(i));
                greatest = Math.max(greatest, history.high(i));
            }
        }
        assertTrue(history.stretches() <= SignalHistory.STRETCHES);
        assertEquals(values.stream().mapToDouble(Double::doubleValue).min().orElseThrow(), least);
        assertEquals(values.stream().mapToDouble(Double::doubleValue).max().orElseThrow(), greatest);
    }

    @Test
    void eachValueStaysAtItsMomentWhenStretchesAreJoined() {
        SignalHistory history = new SignalHistory(CYCLE);
        int cycles = 100_000;
        for (int i = 0; i < cycles; i++) {
            history.add(i * CYCLE, i);
        }
        for (int i = 0; i < history.stretches(); i++) {
            double first = (double) i * history.stretchNanos() / CYCLE;
            assertEquals(first, history.low(i), 0.5);
        }
        assertEquals(cycles, history.count());
    }

    @Test
    void whatIsNoNumberIsNoValue() {
        SignalHistory history = new SignalHistory(CYCLE);
        history.add(0, Double.NaN);
        history.add(CYCLE, Double.POSITIVE_INFINITY);
        assertTrue(history.isEmpty());
        assertTrue(Double.isNaN(history.peak()));
    }
}
