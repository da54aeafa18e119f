package io.sigmaprompt.twin.telemetry.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockFitTest {
    private static final int DRAWS = 400;
    /** Standard deviations of a 95 % interval. */
    private static final double WIDE = 1.96;

    /** Ways of a wire to delay, s. */
    enum Wire {
        QUEUES(random -> -0.002 * Math.log(1 - random.nextDouble())),
        POLLED(random -> 0.004 * random.nextDouble()),
        BUSY(random -> random.nextInt(10) == 0 ? 0.05 * random.nextDouble() : 0.0005 * random.nextDouble()),
        TWO_HOPS(random -> -0.001 * Math.log((1 - random.nextDouble()) * (1 - random.nextDouble())));

        final ToDoubleFunction<Random> delay;

        Wire(ToDoubleFunction<Random> delay) {
            this.delay = delay;
        }
    }

    /** A robot's clock against ours, as drawn: what the fit is to find. */
    private record Truth(double offset, double drift, double leastDelay) {
        static Truth draw(Random random) {
            return new Truth(
                    2000 * (random.nextDouble() - 0.5),
                    400e-6 * (random.nextDouble() - 0.5),
                    0.003 * random.nextDouble());
        }

        long receiveNanos(double source, double delay) {
            return Math.round((source * (1 + drift) + offset + leastDelay + delay) * 1e9);
        }

        double offsetAt(double source) {
            return source * drift + offset + leastDelay;
        }
    }

    @ParameterizedTest
    @EnumSource(Wire.class)
    void theTruthLiesInTheStatedIntervalNineTimesOfTen(Wire wire) {
        for (double seconds : new double[] {3, 20, 90}) {
            int offsets = 0;
            int drifts = 0;
            for (int draw = 0; draw < DRAWS; draw++) {
                Random random = new Random(draw);
                Truth truth = Truth.draw(random);
                ClockFit fit = new ClockFit();
                double period = 0.004 + 0.008 * random.nextDouble();
                double source = 1e4 * random.nextDouble();
                for (double end = source + seconds; source < end; source += period) {
                    long nanos = Math.round(source * 1e9);
                    fit.add(nanos, truth.receiveNanos(nanos * 1e-9, wire.delay.applyAsDouble(random)));
                }
                double at = Math.round((source - period) * 1e9) * 1e-9;
                assertTrue(fit.known());
                offsets += Math.abs(fit.offsetSeconds() - truth.offsetAt(at)) <= WIDE * fit.offsetSigma() ? 1 : 0;
                drifts += Math.abs(fit.driftPpm() - truth.drift * 1e6) <= WIDE * fit.driftSigmaPpm() ? 1 : 0;
            }
            String told = wire + " after " + seconds + " s: " + offsets + " offsets, " + drifts + " drifts";
            assertTrue(offsets >= 0.9 * DRAWS && drifts >= 0.9 * DRAWS, told);
        }
    }

    private static void feed(ClockFit fit, Truth truth, Random random, double from, double to) {
        for (int i = (int) Math.round(from * 125); i < to * 125; i++) {
            fit.add(i * 8_000_000L, truth.receiveNanos(i * 0.008, Wire.QUEUES.delay.applyAsDouble(random)));
        }
    }

    @Test
    void aMinuteOfFramesTellsTheOffsetToMicrosecondsAndTheDriftToATenthOfAMillionth() {
        ClockFit fit = new ClockFit();
        feed(fit, new Truth(12, 50e-6, 0.001), new Random(1), 0, 60);
        assertTrue(fit.offsetSigma() < 20e-6, () -> "sigma " + fit.offsetSigma());
        assertTrue(fit.driftSigmaPpm() < 0.3, () -> "sigma " + fit.driftSigmaPpm());
        assertEquals(50, fit.driftPpm(), 1);
    }

    @Test
    void aFewStampsThatAreWrongByMillisecondsDoNotMoveTheLine() {
        Truth truth = new Truth(12, 50e-6, 0.001);
        ClockFit fit = new ClockFit();
        Random random = new Random(2);
        feed(fit, truth, random, 0, 10);
        fit.add(10_000_000_000L, truth.receiveNanos(10, -0.2));
        feed(fit, truth, random, 10.008, 30);
        assertEquals(truth.offsetAt(29.992), fit.offsetSeconds(), 4 * fit.offsetSigma());
    }

    @Test
    void aClockThatWasSetAheadALittleIsFollowedOnceItIsSure() {
        ClockFit fit = new ClockFit();
        Random random = new Random(3);
        feed(fit, new Truth(12, 0, 0.001), random, 0, 8);
        Truth after = new Truth(11.9, 0, 0.001);
        feed(fit, after, random, 8, 30);
        assertEquals(after.offsetAt(29.992), fit.offsetSeconds(), 4 * fit.offsetSigma());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 2, 8})
    void aClockThatStalledOrAWireThatBecameSlowerIsFollowedOnceItFillsTheNewerHalf(double before) {
        ClockFit fit = new ClockFit();
        Random random = new Random(9);
        feed(fit, new Truth(12, 30e-6, 0.001), random, 0, before);
        Truth after = new Truth(12.3, 30e-6, 0.001);
        feed(fit, after, random, before, 3 * before + 8);
        double last = 3 * before + 8 - 0.008;
        assertEquals(after.offsetAt(last), fit.offsetSeconds(), 4 * fit.offsetSigma());
        assertTrue(fit.offsetSigma() < 200e-6, () -> "sigma " + fit.offsetSigma());
        assertEquals(30, fit.driftPpm(), 4 * fit.driftSigmaPpm());
    }

    @Test
    void theDelayOfAFrameIsWhatItTookLongerThanTheLeast() {
        Truth truth = new Truth(-3, 20e-6, 0.002);
        ClockFit fit = new ClockFit();
        feed(fit, truth, new Random(4), 0, 20);
        assertEquals(0.015, fit.delaySeconds(20_000_000_000L, truth.receiveNanos(20, 0.015)), 50e-6);
    }

    @Test
    void aFitThatForgotKnowsNothingAndBeginsAnew() {
        ClockFit fit = new ClockFit();
        feed(fit, new Truth(12, 0, 0), new Random(5), 0, 5);
        fit.forget();
        assertFalse(fit.known());
        assertTrue(Double.isNaN(fit.offsetSeconds()) && Double.isNaN(fit.driftSigmaPpm()));
        Truth after = new Truth(500, 100e-6, 0);
        feed(fit, after, new Random(6), 0, 20);
        assertEquals(after.offsetAt(19.992), fit.offsetSeconds(), 4 * fit.offsetSigma());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 400, 3000, 40_000})
    void aRestoredFitGoesOnToTheSameBits(int frames) {
        ClockFit fit = new ClockFit();
        Truth truth = new Truth(1, 80e-6, 0);
        feed(fit, truth, new Random(7), 0, frames / 125.0);
        CanonicalOutput out = new CanonicalOutput();
        fit.save(out);
        ClockFit restored = new ClockFit();
        restored.restore(new CanonicalInput(out.toByteArray()));
        feed(fit, truth, new Random(8), frames / 125.0, frames / 125.0 + 9);
        feed(restored, truth, new Random(8), frames / 125.0, frames / 125.0 + 9);
        assertArrayEquals(told(fit), told(restored));
    }

    private static double[] told(ClockFit fit) {
        return new double[] {fit.offsetSeconds(), fit.offsetSigma(), fit.driftPpm(), fit.driftSigmaPpm()};
    }

    @Test
    void framesWithoutAnyDelayStillMakeALine() {
        ClockFit fit = new ClockFit();
        for (int i = 0; i < 2000; i++) {
            fit.add(i * 1_000_000L, i * 1_000_000L + 5);
        }
        assertEquals(5e-9, fit.offsetSeconds(), 2e-6);
        assertEquals(0, fit.driftPpm(), 3 * fit.driftSigmaPpm());
    }
}
