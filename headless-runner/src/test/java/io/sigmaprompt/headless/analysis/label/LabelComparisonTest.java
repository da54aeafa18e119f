package io.sigmaprompt.headless.analysis.label;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.headless.analysis.WatchedRow;
import io.sigmaprompt.twin.port.signal.Signal;
import io.sigmaprompt.twin.port.signal.SignalGroup;
import io.sigmaprompt.twin.port.signal.SignalRow;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelComparisonTest {
    private static final SignalGroup GROUP = new SignalGroup(
            "table", List.of(new Signal("a", "A"), new Signal("b", "")), List.of(), List.of(new Signal("fault", "")));
    private static final int ROWS = 2000;
    private static final int PERIOD = 100;

    @Test
    void anAlarmIsRightWithinTheToleranceAndEachOnsetHasItsDelay() {
        Judgement judgement = Judgement.of(
                new long[] {9_000_000_000L, 12_000_000_000L, 50_000_000_000L},
                new long[] {10_000_000_000L, 30_000_000_000L},
                3);
        assertEquals(2.0 / 3, judgement.precision(), 1e-12);
        assertEquals(0.5, judgement.recall(), 1e-12);
        assertEquals(-1, judgement.delays().getFirst(), 1e-12);
        assertTrue(Double.isNaN(judgement.delays().getLast()));
        assertEquals(2 * (2.0 / 3) * 0.5 / (2.0 / 3 + 0.5), judgement.f1(), 1e-12);
    }

    @Test
    void aMissingLabelIsTheLastOneSoThatNoOnsetIsMadeUp() {
        LabelledRows rows = new LabelledRows();
        double[] labels = {0, 1, Double.NaN, 1, 0, Double.NaN, 1};
        for (int i = 0; i < labels.length; i++) {
            rows.take(row(i, 0, 0, labels[i]));
        }
        assertArrayEquals(new int[] {1, 6}, LabelledRows.onsets(rows.holds(0)));
    }

    @Test
    void aPatternThatOnlyTheLabelTellsFromNoiseIsLearnt() {
        LabelReport report = new LabelComparison(rows(1.5), 3).reports().getFirst();
        assertEquals("fault", report.label());
        assertEquals(ROWS / PERIOD, report.onsets());
        Judgement learnt = report.methods().getFirst().second();
        assertTrue(learnt.precision() > 0.9, () -> "precision " + learnt.precision());
        assertTrue(learnt.recall() > 0.9, () -> "recall " + learnt.recall());
        assertEquals(learnt.alarms(), report.alarms().size());
        Judgement random = report.methods().getLast().second();
        assertTrue(random.precision() < 0.3, () -> "at random " + random.precision());
    }

    @Test
    void theSecondHalfIsNeverLearntFrom() {
        LabelReport one = new LabelComparison(rows(1.5), 3).reports().getFirst();
        LabelledRows other = new LabelledRows();
        LabelledRows same = rows(1.5);
        for (int i = 0; i < ROWS; i++) {
            WatchedRow row = same.row(i);
            // The same first half; behind it other labels.
            other.take(i < ROWS / 2 ? row : row(i, row.normal()[0], row.normal()[1], i % 70 == 0 ? 1 : 0));
        }
        LabelReport two = new LabelComparison(other, 3).reports().getFirst();
        assertEquals(
                one.methods().getFirst().threshold(), two.methods().getFirst().threshold());
        assertEquals(one.alarms(), two.alarms());
    }

    @Test
    void tooFewOnsetsAreNotJudged() {
        LabelledRows rows = new LabelledRows();
        for (int i = 0; i < 100; i++) {
            rows.take(row(i, 0, 0, i == 20 || i == 80 ? 1 : 0));
        }
        LabelReport report = new LabelComparison(rows, 3).reports().getFirst();
        assertTrue(report.methods().isEmpty());
        assertTrue(report.note().contains("2 onsets, 1 of them in the first half"), report.note());
    }

    /** Noise in which both signals are shifted a little, against each other, where the label begins. */
    private static LabelledRows rows(double shift) {
        LabelledRows rows = new LabelledRows();
        Random random = new Random(9);
        for (int i = 0; i < ROWS; i++) {
            boolean fault = i % PERIOD >= PERIOD - 3;
            double off = fault ? shift : 0;
            rows.take(row(i, 0.3 * random.nextGaussian() + off, 0.3 * random.nextGaussian() - off, fault ? 1 : 0));
        }
        return rows;
    }

    private static WatchedRow row(int i, double a, double b, double label) {
        SignalRow row =
                new SignalRow(i * 1_000_000_000L, GROUP, new double[] {a, b}, new double[0], new double[] {label});
        return new WatchedRow(
                row, new double[] {a, b}, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, false);
    }
}
