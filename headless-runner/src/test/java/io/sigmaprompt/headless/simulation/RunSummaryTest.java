package io.sigmaprompt.headless.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.constraint.StepResidual;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunSummaryTest {
    private static TrajectorySample sample(double time, double speed, double residual, double... gaps) {
        List<TrajectorySample.Contact> contacts = Arrays.stream(gaps)
                .mapToObj(gap -> new TrajectorySample.Contact(
                        "world", "box", new double[3], new double[] {0, 0, 1}, gap, new double[3]))
                .toList();
        return new TrajectorySample(
                time,
                new double[7],
                new double[] {0, -speed, 0, 0, 0, 0},
                10 - time,
                speed,
                contacts,
                new double[0][],
                new double[0][],
                new StepResidual(residual, 0, 0, 0),
                1);
    }

    private static RunSummary of(TrajectorySample... samples) {
        RunSummary summary = new RunSummary();
        for (TrajectorySample sample : samples) {
            summary.add(sample);
        }
        return summary;
    }

    @Test
    void aRunThatComesToRestHasSettledWhenItMovedLast() {
        RunSummary summary =
                of(sample(0, 0, 0), sample(1, 2, 0), sample(2, 0.5, 1e-7, -2e-5), sample(3, 1e-5, 0, -1e-5, 0));
        assertTrue(summary.settled());
        assertEquals("  settled      yes, after 2.000 s", summary.lines().getFirst());
        assertEquals(2.0, summary.object().get("lastMovedAt"));
    }

    @Test
    void aRunThatMovesAtItsEndHasNot() {
        RunSummary summary = of(sample(0, 0, 0), sample(1, 0.25, 0));
        assertFalse(summary.settled());
        assertTrue(summary.lines().getFirst().contains("moves at 0.250"), summary.lines()::toString);
    }

    private static TrajectorySample resting(double time, double height, double turn) {
        return new TrajectorySample(
                time,
                new double[7],
                new double[6],
                0,
                0,
                List.of(),
                new double[][] {{0, 0, height}},
                new double[][] {{Math.cos(turn / 2), Math.sin(turn / 2), 0, 0}},
                StepResidual.NONE,
                1);
    }

    @Test
    void whatIsShiftedWithoutAVelocityHasMoved() {
        RunSummary lifted = of(resting(0, 0, 0), resting(0.5, 0.05, 0), resting(1, 0.050001, 0));
        assertEquals("  settled      yes, after 0.5000 s", lifted.lines().getFirst());
        RunSummary turning = of(resting(0, 0, 0), resting(1, 0, 0.25));
        assertFalse(turning.settled());
        assertTrue(turning.lines().getFirst().contains("moves at 0.250"), turning.lines()::toString);
        RunSummary still = of(resting(0, 0, 0), resting(1, 0, 2 * Math.PI));
        assertEquals("  settled      yes, nothing ever moved", still.lines().getFirst());
    }

    @Test
    void whatIsNoNumberIsNotAtRest() {
        assertFalse(of(sample(0, 0, 0), sample(1, Double.NaN, 0)).settled());
    }

    @Test
    void overlapsContactsEnergiesAndResidualsAreToldWithTheirTimes() {
        RunSummary summary = of(sample(0, 0, 0, -0.002), sample(1, 1, 1e-7, -0.005, 0), sample(2, 0, 1e-9, -3e-6));
        String told = String.join("\n", summary.lines());
        assertTrue(told.contains("2.000 mm at the start, 5.000 mm at most (at 1.000 s), 3.00 µm at the end"), told);
        assertTrue(told.contains("1 at the end, 2 at most"), told);
        assertTrue(told.contains("1.0e-07 at most (at 1.000 s)"), told);
        assertTrue(told.contains("10.0000 J potential and 0.000 J kinetic at the start, 8.00000 J"), told);
        assertEquals(0.005, summary.object().get("overlapAtMost"));
        assertEquals(0.002, summary.object().get("overlapAtStart"));
        assertEquals(1e-7, summary.object().get("residualAtMost"));
    }
}
