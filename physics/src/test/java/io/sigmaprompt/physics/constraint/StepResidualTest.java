package io.sigmaprompt.physics.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Each law alone, broken by a known amount. */
class StepResidualTest {
    private static final double STEP = 0.001;
    private static final double FALL = 9.81 * STEP;
    private static final double WEIGHT = 2 * FALL;

    /** A body of 2 kg on one contact, seen by its impulse and the velocity that is left. */
    private static StepResidual resting(double[] impulse, double[] velocity, double gap, double mu) {
        return StepResidual.of(
                1, impulse, velocity, new double[] {-FALL, 0, 0}, new double[] {gap}, new double[] {mu}, STEP);
    }

    @Test
    void aBodyAtRestUnderItsWeightIsWithoutFault() {
        assertEquals(StepResidual.NONE, resting(new double[] {WEIGHT, 0, 0}, new double[3], 0, 0.5));
        assertEquals(StepResidual.NONE, resting(new double[] {WEIGHT, 0.4 * WEIGHT, 0}, new double[3], -0.002, 0.5));
    }

    @Test
    void aStepWithoutContactsIsWithoutFault() {
        assertEquals(
                StepResidual.NONE,
                StepResidual.of(0, new double[0], new double[0], new double[0], new double[0], new double[0], STEP));
    }

    @Test
    void aBodyThatFallsFreelyThroughAWideGapIsWithoutFault() {
        assertEquals(StepResidual.NONE, resting(new double[3], new double[] {-FALL, 0, 0}, 0.01, 0.5));
    }

    @Test
    void aGapMayJustBeClosedWithinTheStep() {
        double gap = 0.25 * FALL * STEP;
        StepResidual closed = resting(new double[] {0.75 * WEIGHT, 0, 0}, new double[] {-0.25 * FALL, 0, 0}, gap, 0);
        assertEquals(0, closed.greatest(), 1e-15);
        StepResidual through = resting(new double[3], new double[] {-FALL, 0, 0}, gap, 0);
        assertEquals(0.75, through.penetrationVelocity(), 1e-12);
        assertEquals(0, through.complementarity());
    }

    @Test
    void anImpulseOnABodyThatPartsBreaksComplementarity() {
        StepResidual residual = resting(new double[] {WEIGHT, 0, 0}, new double[] {0.1 * FALL, 0, 0}, 0, 0.5);
        assertEquals(new StepResidual(0.1 * FALL * WEIGHT / (WEIGHT * FALL), 0, 0, 0), residual);
        assertEquals(0.1, residual.greatest(), 1e-15);
    }

    @Test
    void anImpulseAcrossAGapBreaksComplementarity() {
        StepResidual residual = resting(new double[] {WEIGHT, 0, 0}, new double[3], 0.3 * FALL * STEP, 0.5);
        assertEquals(0.3, residual.complementarity(), 1e-12);
    }

    @Test
    void moreFrictionThanTheConeAllowsIsSeen() {
        StepResidual residual = resting(new double[] {WEIGHT, 0.3 * WEIGHT, 0.4 * WEIGHT}, new double[3], 0, 0.25);
        double greatest = WEIGHT * Math.sqrt(1.25);
        assertEquals(0.25 * WEIGHT / greatest, residual.cone(), 1e-12);
        assertEquals(residual.cone(), residual.greatest());
    }

    @Test
    void fullFrictionAgainstTheSlidingIsWithoutFault() {
        double[] impulse = {WEIGHT, -0.3 * WEIGHT, -0.4 * WEIGHT};
        assertEquals(0, resting(impulse, new double[] {0, 0.6, 0.8}, 0, 0.5).greatest(), 1e-12);
    }

    /** What a soft contact does on a slope: it sticks by its force, and creeps all the same. */
    @Test
    void creepingUnderLessThanFullFrictionBreaksDissipation() {
        double[] impulse = {WEIGHT, -0.3 * WEIGHT, 0};
        StepResidual residual = resting(impulse, new double[] {0, 0.01 * FALL, 0}, 0, 0.5);
        double greatest = WEIGHT * Math.sqrt(1.09);
        assertEquals((0.5 - 0.3) * 0.01 * WEIGHT / greatest, residual.dissipation(), 1e-12);
        assertEquals(0, residual.cone());
    }

    @Test
    void frictionAlongTheSlidingInsteadOfAgainstItBreaksDissipationTwice() {
        double[] impulse = {WEIGHT, 0.5 * WEIGHT, 0};
        StepResidual residual = resting(impulse, new double[] {0, FALL, 0}, 0, 0.5);
        assertEquals(2 * 0.5 / Math.sqrt(1.25), residual.dissipation(), 1e-12);
    }

    @Test
    void withoutAnyVelocityItIsRelativeToANanometreASecond() {
        StepResidual residual = StepResidual.of(
                1,
                new double[] {1, 0, 0},
                new double[] {-1e-10, 0, 0},
                new double[3],
                new double[1],
                new double[1],
                STEP);
        assertEquals(0.1, residual.penetrationVelocity(), 1e-12);
        assertEquals(0.1, residual.complementarity(), 1e-12);
    }

    @Test
    void theWorstContactCountsOfSeveralAndNoMoreThanAreGiven() {
        double[] impulse = {WEIGHT, 0, 0, 4 * WEIGHT, 0, 0, 100, 100, 100};
        double[] velocity = {0.2 * FALL, 0, 0, 0, 0, 0, 100, 100, 100};
        double[] free = {-FALL, 0, 0, -2 * FALL, 0, 0, 100, 100, 100};
        StepResidual residual =
                StepResidual.of(2, impulse, velocity, free, new double[3], new double[] {1, 1, 1}, STEP);
        assertEquals(0.2 / 4 / 2, residual.complementarity(), 1e-12);
    }

    @Test
    void whatIsNoNumberIsNotTakenForSmall() {
        StepResidual residual = resting(new double[] {WEIGHT, 0, 0}, new double[] {Double.NaN, 0, 0}, 0, 0.5);
        assertTrue(Double.isNaN(residual.greatest()), residual::toString);
        assertTrue(Double.isNaN(StepResidual.NONE.orGreater(residual).greatest()));
    }

    @Test
    void ofTwoStepsTheGreaterIsTakenPartByPart() {
        assertEquals(
                new StepResidual(3, 2, 7, 8), new StepResidual(1, 2, 7, 4).orGreater(new StepResidual(3, 0, 5, 8)));
    }

    /** All parts are relative: neither the masses' unit nor the velocities' matters. */
    @Property(tries = 200)
    void itDoesNotDependOnUnits(
            @ForAll @DoubleRange(min = 0.01, max = 100) double masses,
            @ForAll @DoubleRange(min = 0.01, max = 100) double lengths,
            @ForAll @DoubleRange(min = -1, max = 1) double a,
            @ForAll @DoubleRange(min = -1, max = 1) double b,
            @ForAll @DoubleRange(min = -1, max = 1) double gap) {
        double[] impulse = {1, a, b};
        double[] velocity = {b, a, 0.5 * a};
        double[] free = {-1, b, a};
        double[] friction = {0.4};
        StepResidual one = StepResidual.of(1, impulse, velocity, free, new double[] {gap}, friction, 0.5);
        StepResidual other = StepResidual.of(
                1,
                scaled(impulse, masses * lengths),
                scaled(velocity, lengths),
                scaled(free, lengths),
                new double[] {gap * lengths},
                friction,
                0.5);
        assertEquals(one.complementarity(), other.complementarity(), 1e-9);
        assertEquals(one.penetrationVelocity(), other.penetrationVelocity(), 1e-9);
        assertEquals(one.cone(), other.cone(), 1e-9);
        assertEquals(one.dissipation(), other.dissipation(), 1e-9);
    }

    private static double[] scaled(double[] values, double factor) {
        double[] out = values.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] *= factor;
        }
        return out;
    }
}
