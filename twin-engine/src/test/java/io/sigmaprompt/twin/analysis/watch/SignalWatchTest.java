package io.sigmaprompt.twin.analysis.watch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.analysis.stream.Motion;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** What is wrong with a signal is found by its kind, soon, and what is right is left alone. */
class SignalWatchTest {
    private static final long PERIOD = 10_000_000;
    private static final int MINUTE = 6_000;

    private final List<SignalFinding> said = new ArrayList<>();
    private final SignalWatch watch = new SignalWatch(
            Signal.of("elbow/effort", "N·m"),
            WatchSettings.DEFAULT.looking(
                    Kind.SPIKE,
                    Kind.RATE,
                    Kind.FLAT_LINE,
                    Kind.STUCK,
                    Kind.SHIFT,
                    Kind.PERIODICITY,
                    Kind.GAP,
                    Kind.JITTER),
            said::add);
    private final Random random = new Random(3);
    private double noise;
    private long nanos;
    private int samples;

    private double noise() {
        noise = 0.5 * noise + random.nextGaussian();
        return noise;
    }

    /** Feeds so many samples of a function of the sample's number and noise. */
    private void feed(int count, DoubleBinaryOperator signal) {
        for (int i = 0; i < count; i++) {
            nanos += PERIOD;
            watch.feed(nanos, signal.applyAsDouble(samples++, noise()), Motion.MOVES);
        }
    }

    private static double sound(double i, double noise) {
        return 20 + noise;
    }

    private SignalFinding first(Kind kind) {
        return said.stream()
                .filter(finding -> finding.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " in " + said));
    }

    @Test
    void anHourOfNoiseIsNotCriedOver() {
        feed(60 * MINUTE, SignalWatchTest::sound);
        assertTrue(said.size() <= 2, () -> "findings: " + said);
    }

    @Test
    void aSpikeIsFoundOnceTheSignalIsBackAndGoesAway() {
        feed(2 * MINUTE, SignalWatchTest::sound);
        long at = nanos + PERIOD;
        feed(1, (i, e) -> 60 + e);
        feed(MINUTE / 2, SignalWatchTest::sound);
        SignalFinding spike = first(Kind.SPIKE);
        assertEquals(at + PERIOD, spike.atNanos());
        assertEquals("hampel", spike.evidence().detector());
        assertEquals("elbow/effort", spike.signal());
        assertTrue(spike.score() > 0.999999 && spike.value() > spike.threshold());
        assertFalse(said.getLast().active());
        assertTrue(watch.active().isEmpty());
    }

    @Test
    void aShiftOfTwoDeviationsIsFoundWithinSeconds() {
        feed(2 * MINUTE, SignalWatchTest::sound);
        long at = nanos;
        feed(MINUTE / 2, (i, e) -> 22.5 + e);
        SignalFinding shift = first(Kind.SHIFT);
        assertTrue(
                shift.atNanos() > at && shift.atNanos() - at < 5_000_000_000L, () -> "after " + (shift.atNanos() - at));
    }

    @Test
    void aLineThatGoesFlatIsFound() {
        feed(2 * MINUTE, SignalWatchTest::sound);
        feed(MINUTE / 10, (i, e) -> 20 + 0.01 * e);
        first(Kind.FLAT_LINE);
        assertTrue(said.stream().noneMatch(finding -> finding.kind() == Kind.STUCK), said::toString);
    }

    @Test
    void aSensorThatRepeatsItselfWhileItsJointMovesIsStuck() {
        feed(2 * MINUTE, SignalWatchTest::sound);
        feed(MINUTE / 20, (i, e) -> 20.3);
        SignalFinding stuck = first(Kind.STUCK);
        assertTrue(stuck.value() >= 0.1, stuck::toString);
        watch.end();
        assertTrue(watch.active().isEmpty());
        assertFalse(said.getLast().active());
    }

    @Test
    void aRhythmThatComesIsFound() {
        feed(2 * MINUTE, SignalWatchTest::sound);
        feed(MINUTE / 6, (i, e) -> 20 + e + 12 * Math.sin(0.9 * i));
        first(Kind.PERIODICITY);
    }

    @Test
    void aSlopeBeyondWhatWasEverSeenIsFound() {
        feed(2 * MINUTE, SignalWatchTest::sound);
        int start = samples;
        feed(20, (i, e) -> 20 + e + 12 * (i - start));
        assertEquals("N·m/s", first(Kind.RATE).unit());
    }

    @Test
    void aSilenceAndAnUnevenRhythmOfSamplesAreFound() {
        feed(MINUTE, SignalWatchTest::sound);
        nanos += 30 * PERIOD;
        feed(MINUTE, SignalWatchTest::sound);
        assertEquals(31, first(Kind.GAP).value(), 1e-6);
        assertTrue(said.stream().noneMatch(finding -> finding.kind() == Kind.JITTER), said::toString);
        for (int i = 0; i < 500; i++) {
            nanos += (i % 2) * 4 * PERIOD / 3;
            feed(1, SignalWatchTest::sound);
        }
        first(Kind.JITTER);
    }

    @Test
    void eachPhaseHasItsOwnNormal() {
        for (int round = 0; round < 20; round++) {
            watch.enter("hold");
            feed(MINUTE / 10, SignalWatchTest::sound);
            watch.enter("lift");
            feed(MINUTE / 10, (i, e) -> 80 + 5 * e);
        }
        said.clear();
        watch.enter("hold");
        feed(MINUTE / 10, (i, e) -> 80 + 5 * e);
        first(Kind.SHIFT);
    }

    @Test
    void aSavedWatchGoesOnToTheSameBits() {
        feed(MINUTE, SignalWatchTest::sound);
        watch.enter("lift");
        feed(MINUTE + 77, SignalWatchTest::sound);
        CanonicalOutput saved = new CanonicalOutput();
        watch.save(saved);
        SignalWatch other = new SignalWatch(
                watch.signal(),
                WatchSettings.DEFAULT.looking(
                        Kind.SPIKE,
                        Kind.RATE,
                        Kind.FLAT_LINE,
                        Kind.STUCK,
                        Kind.SHIFT,
                        Kind.PERIODICITY,
                        Kind.GAP,
                        Kind.JITTER),
                finding -> {});
        other.restore(new CanonicalInput(saved.toByteArray()));
        for (int i = 0; i < 3_000; i++) {
            nanos += PERIOD;
            double value = i % 700 == 0 ? 90 : 20 + noise();
            watch.feed(nanos, value);
            other.feed(nanos, value);
            assertEquals(watch.score(), other.score());
        }
        CanonicalOutput one = new CanonicalOutput();
        CanonicalOutput two = new CanonicalOutput();
        watch.save(one);
        other.save(two);
        assertArrayEquals(one.toByteArray(), two.toByteArray());
    }
}
