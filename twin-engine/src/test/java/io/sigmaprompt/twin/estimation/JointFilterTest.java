package io.sigmaprompt.twin.estimation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JointFilterTest {
    private static final double NONE = Double.NaN;

    private final Random random = new Random(11);
    private final JointFilter filter = new JointFilter(JointFilterSettings.DEFAULT, 0);

    /** A joint whose jerk is white noise, as the filter believes. */
    private final class WhiteJerk {
        private final double density;
        private final double[] x = new double[3];

        WhiteJerk(double density) {
            this.density = density;
        }

        void advance(double t) {
            int parts = 20;
            double h = t / parts;
            for (int i = 0; i < parts; i++) {
                double jerk = Math.sqrt(density / h) * random.nextGaussian();
                x[0] += h * (x[1] + h * (x[2] / 2 + h * jerk / 6));
                x[1] += h * (x[2] + h * jerk / 2);
                x[2] += h * jerk;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 1e-5, 8e-3, false",
        "100000, 1e-3, 1e-3, false",
        "1000, 1e-4, 33e-3, false",
        "5000, 1e-4, 4e-3, true"
    })
    void whatItStatesAsItsDeviationsIsWhatItErrsBy(double density, double noise, double period, boolean velocities) {
        double[] sums = new double[3];
        double nis = 0;
        int degrees = 0;
        int counted = 0;
        WhiteJerk joint = new WhiteJerk(density);
        for (int i = 1; i <= 6000; i++) {
            // Between half and one and a half of a period.
            double step = Math.rint(period * (0.5 + random.nextDouble()) * 1e9) * 1e-9;
            now += Math.round(step * 1e9);
            joint.advance(step);
            double speed = velocities ? joint.x[1] + 2e-2 * random.nextGaussian() : NONE;
            filter.update(now, joint.x[0] + noise * random.nextGaussian(), speed);
            if (i > 1000) {
                sums[0] += square(joint.x[0] - filter.motion().position())
                        / filter.motion().positionVariance();
                sums[1] += square(joint.x[1] - filter.motion().velocity())
                        / filter.motion().velocityVariance();
                sums[2] += square(joint.x[2] - filter.motion().acceleration())
                        / filter.motion().accelerationVariance();
                nis += filter.nis();
                degrees += filter.freedom();
                counted++;
            }
        }
        int n = counted;
        double perDegree = nis / degrees;
        assertAll(
                () -> assertEquals(1, sums[0] / n, 0.35, "position"),
                () -> assertEquals(1, sums[1] / n, 0.35, "velocity"),
                () -> assertEquals(1, sums[2] / n, 0.35, "acceleration"),
                () -> assertEquals(1, perDegree, 0.1, "innovations"));
    }

    private long now;

    private static double square(double x) {
        return x * x;
    }

    private record Swing(List<double[]> truth, List<double[]> estimates, double delay) {}

    /** Runs through a chirp from 0.2 Hz up, with noise, and keeps what it says. */
    private Swing chirp(double period, double noise, double topHz, boolean velocities) {
        List<double[]> truth = new ArrayList<>();
        List<double[]> estimates = new ArrayList<>();
        double delay = 0;
        double weight = 0;
        double seconds = 20;
        double rate = (topHz - 0.2) / seconds;
        for (int i = 1; i * period < seconds; i++) {
            double t = i * period;
            double phase = 2 * Math.PI * (0.2 * t + rate * t * t / 2);
            double omega = 2 * Math.PI * (0.2 + rate * t);
            double chirp = 2 * Math.PI * rate;
            double p = 0.3 * StrictMath.sin(phase);
            double v = 0.3 * omega * StrictMath.cos(phase);
            double a = 0.3 * (chirp * StrictMath.cos(phase) - omega * omega * StrictMath.sin(phase));
            double speed = velocities ? v + 5e-3 * random.nextGaussian() : NONE;
            filter.update(Math.round(t * 1e9), p + noise * random.nextGaussian(), speed);
            if (t > 5) {
                truth.add(new double[] {p, v, a});
                estimates.add(new double[] {
                    filter.motion().position(),
                    filter.motion().velocity(),
                    filter.motion().acceleration()
                });
                delay += a * a * filter.motion().accelerationLag();
                weight += a * a;
            }
        }
        return new Swing(truth, estimates, delay / weight);
    }

    /** The shift of the truth, seconds, at which the estimate differs least from it. */
    private static double measuredLag(Swing swing, int entry, double period) {
        double best = Double.POSITIVE_INFINITY;
        double at = 0;
        for (double lag = -0.02; lag < 0.2; lag += 0.0002) {
            double sum = 0;
            int most = (int) (0.25 / period);
            for (int i = most; i < swing.truth.size() - most; i++) {
                double place = i - lag / period;
                int floor = (int) Math.floor(place);
                double part = place - floor;
                double shifted = (1 - part) * swing.truth.get(floor)[entry]
                        + part * swing.truth.get(floor + 1)[entry];
                sum += square(swing.estimates.get(i)[entry] - shifted);
            }
            if (sum < best) {
                best = sum;
                at = lag;
            }
        }
        return at;
    }

    @ParameterizedTest
    @CsvSource({"8e-3, 1e-4, false", "1e-3, 1e-3, false", "33e-3, 1e-4, false", "8e-3, 1e-4, true", "1e-3, 1e-5, true"})
    void theAccelerationLagsByTheDeclaredDelayAndTheRestByNone(double period, double noise, boolean velocities) {
        Swing swing = chirp(period, noise, 2, velocities);
        double lag = measuredLag(swing, 2, period);
        assertEquals(swing.delay, lag, 0.05 * swing.delay + 0.001);
        assertEquals(0, measuredLag(swing, 1, period), 0.001);
        assertEquals(0, measuredLag(swing, 0, period), 0.001);
    }

    /** Feeds samples of a path from the last instant on. */
    private void follow(double from, double to, double period, double noise, DoubleUnaryOperator path) {
        for (int i = 1; from + i * period <= to + 1e-9; i++) {
            now = Math.round((from + i * period) * 1e9);
            filter.update(now, path.applyAsDouble(now * 1e-9) + noise * random.nextGaussian(), NONE);
        }
    }

    @Test
    void aSingleOutlierMovesNothing() {
        follow(0, 2, 8e-3, 1e-5, t -> 0.5 * t);
        double before = filter.motion().velocity();
        now += 8_000_000;
        filter.update(now, 0.5 * now * 1e-9 + 0.1, NONE);
        assertEquals(0.5 * now * 1e-9, filter.motion().position(), 1e-4);
        assertEquals(before, filter.motion().velocity(), 0.01);
        assertTrue(filter.nis() > 100);
        follow(now * 1e-9, now * 1e-9 + 0.2, 8e-3, 1e-5, t -> 0.5 * t);
        assertEquals(0.5, filter.motion().velocity(), 0.01);
    }

    @Test
    void aCollisionIsBelievedAtItsSecondFrame() {
        follow(0, 2, 8e-3, 1e-5, t -> 0.5 * t);
        // Stops dead within a frame.
        follow(2, 2.016, 8e-3, 1e-5, t -> 1);
        assertEquals(1, filter.motion().position(), 1e-3);
        follow(2.016, 2.2, 8e-3, 1e-5, t -> 1);
        assertEquals(1, filter.motion().position(), 1e-4);
        assertEquals(0, filter.motion().velocity(), 0.02);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 8e-3, 33e-3})
    void aJointThatJumpsIsFollowedAfterAFewFrames(double period) {
        follow(0, 2, period, 1e-5, t -> 0.2);
        double at = now * 1e-9;
        follow(at, at + 3 * period, period, 1e-5, t -> 1.7);
        assertEquals(1.7, filter.motion().position(), 1e-3);
        follow(at + 3 * period, at + 60 * period, period, 1e-5, t -> 1.7);
        assertEquals(0, filter.motion().velocity(), 0.05);
    }

    @Test
    void contradictionsWithoutEndDoNotLockItOut() {
        follow(0, 1, 8e-3, 1e-6, t -> 0);
        int taken = 0;
        for (int i = 0; i < 30; i++) {
            now += 8_000_000;
            double wild = (i % 2 == 0 ? 1 : -1) * (0.2 + 0.1 * random.nextDouble());
            filter.update(now, wild, NONE);
            taken += Math.abs(filter.motion().position() - wild) < 0.05 ? 1 : 0;
        }
        assertTrue(taken >= 8, "took " + taken);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 8e-3, 33e-3})
    void stepsOfACoarseEncoderAreNotTakenForMotion(double period) {
        double step = 2 * Math.PI / 4096;
        DoubleUnaryOperator encoder = t -> step * Math.rint((t < 1 ? 0 : 0.05 * (t - 1)) / step);
        follow(0, 6, period, 0, encoder);
        double sum = 0;
        int frames = 0;
        for (; frames * period < 5; frames++) {
            follow(6 + frames * period, 6 + (frames + 1) * period, period, 0, encoder);
            sum += square(filter.motion().velocity() - 0.05);
        }
        double error = Math.sqrt(sum / frames);
        assertTrue(error < 0.01, "velocity off by " + error);
        assertTrue(Math.sqrt(filter.motion().positionVariance()) < step);
    }

    @Test
    void anUnlearntEncoderThatStepsOnceDoesNotThrowIt() {
        follow(0, 1, 1e-3, 0, t -> 0);
        double fastest = 0;
        for (int i = 0; i < 200; i++) {
            follow(1 + i * 1e-3, 1 + (i + 1) * 1e-3, 1e-3, 0, t -> 1.5e-3);
            fastest = Math.max(fastest, Math.abs(filter.motion().velocity()));
        }
        assertTrue(fastest < 0.2, "velocity " + fastest);
    }

    @Test
    void afterAPauseItStartsAnewWithTheMeanVelocityOfThePause() {
        follow(0, 1, 8e-3, 1e-5, t -> 0.5 * t);
        now = 3_000_000_000L;
        filter.update(now, 2.5, NONE);
        assertEquals(2.5, filter.motion().position());
        assertEquals(1, filter.motion().velocity(), 1e-3);
        assertTrue(filter.motion().velocityVariance() > 1);
        assertTrue(Double.isNaN(filter.nis()));
    }

    @Test
    void aClockThatRunsBackStartsItAnew() {
        follow(0, 1, 8e-3, 1e-5, t -> 0.5 * t);
        filter.update(10, 0.1, 0.3);
        assertEquals(0.1, filter.motion().position());
        assertEquals(0.3, filter.motion().velocity());
    }

    @Test
    void atRestItGrowsQuietAndAtTheFirstMotionItFollows() {
        follow(0, 10, 8e-3, 1e-5, t -> 0.3);
        assertEquals(0, filter.motion().velocity(), 4e-3);
        assertEquals(1.3e-3, Math.sqrt(filter.motion().velocityVariance()), 5e-4);
        double worst = 0;
        for (int i = 0; i < 60; i++) {
            double t = 10 + (i + 1) * 8e-3;
            follow(t - 8e-3, t, 8e-3, 1e-5, s -> 0.3 + 2 * (s - 10) * (s - 10));
            worst = Math.max(worst, Math.abs(filter.motion().position() - 0.3 - 2 * (t - 10) * (t - 10)));
        }
        assertTrue(worst < 5e-4, "position off by " + worst);
        assertEquals(4 * 0.48, filter.motion().velocity(), 0.02);
    }

    @Test
    void restoredAtAnyFrameItGoesOnToTheSameBits() {
        for (int cut = 1; cut < 200; cut += 37) {
            follow(now * 1e-9, now * 1e-9 + cut * 8e-3, 8e-3, 1e-3, t -> 0.3 * StrictMath.sin(3 * t));
            CanonicalOutput out = new CanonicalOutput();
            filter.save(out);
            JointFilter other = new JointFilter(JointFilterSettings.DEFAULT, 7);
            other.restore(new CanonicalInput(out.toByteArray()));
            for (int i = 0; i < 40; i++) {
                now += 8_000_000;
                double wild = i % 10 == 9 ? 1 : 0;
                filter.update(now, 0.3 * StrictMath.sin(3e-9 * now) + wild, i > 20 ? 0.1 : NONE);
                other.update(now, 0.3 * StrictMath.sin(3e-9 * now) + wild, i > 20 ? 0.1 : NONE);
            }
            CanonicalOutput one = new CanonicalOutput();
            CanonicalOutput two = new CanonicalOutput();
            filter.save(one);
            other.save(two);
            assertArrayEquals(one.toByteArray(), two.toByteArray());
        }
    }
}
