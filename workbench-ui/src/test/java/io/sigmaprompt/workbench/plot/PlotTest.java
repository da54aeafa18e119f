package io.sigmaprompt.workbench.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PlotTest {
    @Test
    void aFullRingForgetsTheOldest() {
        SignalHistory history = new SignalHistory(3);
        for (int i = 0; i < 5; i++) {
            history.add(i, 10 * i);
        }
        assertEquals(3, history.size());
        assertEquals(2, history.time(0));
        assertEquals(40, history.value(2));
        assertEquals(1, history.firstFrom(2.5));
        assertEquals(3, history.firstFrom(9));
    }

    @Test
    void aTimeThatRunsBackwardsStartsAfresh() {
        SignalHistory history = new SignalHistory(8);
        history.add(5, 1);
        history.add(0, 2);
        assertEquals(1, history.size());
        assertEquals(2, history.value(0));
    }

    @Test
    void aSpikeOfOneSampleSurvivesThinning() {
        SignalHistory history = new SignalHistory(20_000);
        for (int i = 0; i < 20_000; i++) {
            history.add(i * 1e-3, i == 12_345 ? 100 : 0);
        }
        double[] envelope = ColumnEnvelope.of(history, 0, 20, 200);
        assertEquals(5 * 200, envelope.length);
        double greatest = 0;
        for (int i = 0; i < envelope.length; i += 5) {
            greatest = Math.max(greatest, envelope[i + 3]);
        }
        assertEquals(100, greatest);
    }

    @Test
    void valuesThatAreNoNumbersLeaveAGap() {
        SignalHistory history = new SignalHistory(10);
        history.add(0, 1);
        history.add(1, Double.NaN);
        history.add(2, 3);
        assertEquals(2 * 5, ColumnEnvelope.of(history, 0, 3, 3).length);
    }

    @Property(tries = 300)
    void axisLinesAreRoundAndWithinTheRange(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double low,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double span) {
        AxisTicks ticks = AxisTicks.within(low, low + span, 5);
        assertTrue(ticks.count() >= 1 && ticks.count() <= 6, "count " + ticks.count());
        for (int i = 0; i < ticks.count(); i++) {
            assertTrue(ticks.value(i) >= low - 1e-6 * ticks.step() - 1e-6 * Math.abs(low));
            assertTrue(ticks.value(i) <= low + span + 1e-6 * ticks.step() + 1e-6 * Math.abs(low));
        }
    }

    @Test
    void labelsHaveTheDecimalsTheirStepNeeds() {
        AxisTicks coarse = AxisTicks.within(-50, 50, 5);
        assertEquals("-40", coarse.label(0));
        assertEquals("0", coarse.label(2));
        AxisTicks fine = AxisTicks.within(0, 0.12, 6);
        assertEquals("0.02", fine.label(1));
    }

    @Test
    void theTitleCarriesTheUnitAsItIsWritten() {
        PlotViewModel model = new PlotViewModel();
        model.show("elbow effort", "N·m", 10);
        assertEquals("ELBOW EFFORT [N·m]", model.titleProperty().get());
        assertTrue(model.isEmpty());
        int measured = model.line("measured", PlotViewModel.Role.MEASURED);
        model.add(measured, 1.5, 3);
        long before = model.revisionProperty().get();
        model.refresh();
        assertEquals(before + 1, model.revisionProperty().get());
        assertEquals(1.5, model.latest());
    }
}
