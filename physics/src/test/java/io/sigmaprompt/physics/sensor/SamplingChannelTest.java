package io.sigmaprompt.physics.sensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingChannelTest {
    private static final long MILLISECOND = 1_000_000;

    /** Takes the tick's number as the measurement, and returns the ticks at which one was taken. */
    private static List<Integer> run(SamplingChannel channel, int from, int until, long tickNanos) {
        List<Integer> taken = new ArrayList<>();
        for (int tick = from; tick < until; tick++) {
            if (channel.due(tick * tickNanos)) {
                channel.take(tick * tickNanos, new double[] {tick});
                taken.add(tick);
            }
            channel.advance(tick * tickNanos);
        }
        return taken;
    }

    @Test
    void aRateThatDividesTheGridMeasuresEvenly() {
        SamplingChannel channel = new SamplingChannel(Sampling.at(250).withPhase(0.002), 1, 1);
        assertEquals(List.of(2, 6, 10, 14, 18), run(channel, 0, 21, MILLISECOND));
    }

    @Test
    void aRateThatDoesNotDivideTheGridDoesNotDrift() {
        SamplingChannel channel = new SamplingChannel(Sampling.at(300), 1, 1);
        List<Integer> taken = run(channel, 0, 100_000, MILLISECOND);
        assertEquals(30_000, taken.size());
        for (int k = 0; k < taken.size(); k++) {
            assertEquals(Math.ceilDiv(10 * k, 3), taken.get(k));
        }
    }

    @Test
    void aRateAboveTheGridMeasuresAtEveryTick() {
        SamplingChannel channel = new SamplingChannel(Sampling.at(2500), 1, 1);
        assertEquals(100, run(channel, 0, 100, MILLISECOND).size());
        assertEquals(100, channel.taken());
    }

    @Test
    void everyTickIsMeasuredOnceAndReadAtOnce() {
        SamplingChannel channel = new SamplingChannel(Sampling.EVERY_TICK, 1, 1);
        run(channel, 0, 7, MILLISECOND);
        assertTrue(!channel.due(6 * MILLISECOND));
        assertEquals(7, channel.delivered());
        assertEquals(6, channel.value(0, 0));
        assertEquals(6 * MILLISECOND, channel.stamp(0));
    }

    @Test
    void summedUpTimesStillMeetTheirTicks() {
        SamplingChannel channel = new SamplingChannel(Sampling.at(100).delayed(0.003, 0), 1, 1);
        double time = 0;
        int seen = 0;
        for (int tick = 0; tick < 100_000; tick++) {
            long now = (long) Math.rint(time * 1e9);
            boolean due = channel.due(now);
            assertEquals(tick % 10 == 0, due, "tick " + tick);
            if (due) {
                channel.take(now, new double[] {tick});
            }
            channel.advance(now);
            seen += channel.available() > 0 && channel.value(0, 0) == tick - 3 ? 1 : 0;
            time += 0.001;
        }
        assertEquals(10_000, seen);
    }

    @Test
    void aMeasurementArrivesAfterItsLatencyAndNotBefore() {
        SamplingChannel channel =
                new SamplingChannel(Sampling.at(1000).delayed(0.0045, 0).keeping(2), 1, 1);
        for (int tick = 0; tick < 50; tick++) {
            run(channel, tick, tick + 1, MILLISECOND);
            assertEquals(Math.max(0, tick - 4), channel.delivered());
            if (tick >= 5) {
                assertEquals(tick - 5, channel.value(0, 0));
                assertEquals((tick - 5) * MILLISECOND, channel.stamp(0));
                assertEquals(4_500_000, channel.arrival(0) - channel.stamp(0));
            }
        }
    }

    @Test
    void jitterIsUniformAndNeverReorders() {
        Sampling sampling = Sampling.at(1000).delayed(0.002, 0.0065).keeping(1);
        SamplingChannel channel = new SamplingChannel(sampling, 1, 42);
        long delivered = 0;
        double before = -1;
        double sum = 0;
        int counted = 0;
        long greatest = 0;
        for (int tick = 0; tick < 20_000; tick++) {
            run(channel, tick, tick + 1, MILLISECOND);
            long fresh = channel.delivered() - delivered;
            assertTrue(fresh <= channel.available());
            for (int ago = (int) fresh - 1; ago >= 0; ago--) {
                assertEquals(before + 1, channel.value(ago, 0), "none is skipped, none overtakes");
                before = channel.value(ago, 0);
                long delay = channel.arrival(ago) - channel.stamp(ago);
                assertTrue(delay >= 2 * MILLISECOND && delay <= 8.5 * MILLISECOND, delay + " ns");
                assertTrue(channel.arrival(ago) <= tick * MILLISECOND + 400, "but for the slack of the grid");
                greatest = Math.max(greatest, delay);
                sum += delay;
                counted++;
            }
            delivered = channel.delivered();
        }
        assertTrue(greatest > 8.4 * MILLISECOND);
        // Waiting for those before makes the mean greater than 2 + 6.5 / 2.
        assertTrue(sum / counted > 5.25 * MILLISECOND && sum / counted < 8 * MILLISECOND, sum / counted + " ns");
    }

    @Test
    void rareMeasurementsHaveEvenlySpreadJitter() {
        SamplingChannel channel = new SamplingChannel(Sampling.at(50).delayed(0, 0.01), 1, 8);
        int[] bins = new int[10];
        for (int tick = 0; tick < 400_000; tick++) {
            long before = channel.delivered();
            run(channel, tick, tick + 1, MILLISECOND);
            if (channel.delivered() > before) {
                bins[(int) ((channel.arrival(0) - channel.stamp(0)) / MILLISECOND)]++;
            }
        }
        for (int bin : bins) {
            assertEquals(2000, bin, 170);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.5, 1})
    void losesAsManyAsToldAndCountsThem(double probability) {
        SamplingChannel channel = new SamplingChannel(Sampling.at(1000).dropping(probability), 1, 17);
        run(channel, 0, 40_000, MILLISECOND);
        assertEquals(40_000, channel.taken());
        assertEquals(40_000, channel.delivered() + channel.dropped());
        assertEquals(probability, channel.dropped() / 40_000.0, 0.008);
    }

    @Test
    void keepsTheLastOnesOnly() {
        SamplingChannel channel = new SamplingChannel(Sampling.at(1000).keeping(5), 1, 1);
        run(channel, 0, 23, MILLISECOND);
        assertEquals(5, channel.available());
        for (int ago = 0; ago < 5; ago++) {
            assertEquals(22 - ago, channel.value(ago, 0));
        }
        assertThrows(IndexOutOfBoundsException.class, () -> channel.value(5, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> channel.value(0, 1));
    }

    @Test
    void moreThanFitsIntoMemoryIsRefused() {
        Sampling sampling = Sampling.at(10).keeping(100_000);
        BadInputException refused =
                assertThrows(BadInputException.class, () -> new SamplingChannel(sampling, 100_000, 1));
        assertTrue(refused.problem().contains("100000 measurements of 100000"), refused.getMessage());
    }

    @Test
    void aRestoredChannelGoesOnWithTheSameBits() {
        Sampling sampling = Sampling.at(700).delayed(0.004, 0.009).dropping(0.2).keeping(3);
        SamplingChannel straight = new SamplingChannel(sampling, 1, 6);
        NoiseStream random = new NoiseStream(2);
        double[] state = new double[straight.stateSize()];
        double[] again = new double[state.length];
        int tick = 0;
        for (int round = 0; round < 200; round++) {
            int until = tick + (int) (60 * random.uniform());
            SamplingChannel other = new SamplingChannel(sampling, 1, 99);
            run(other, 0, (int) (30 * random.uniform()), MILLISECOND);
            straight.save(state, 0);
            other.restore(state, 0);
            assertEquals(run(straight, tick, until, MILLISECOND), run(other, tick, until, MILLISECOND));
            straight.save(state, 0);
            other.save(again, 0);
            assertArrayEquals(state, again);
            tick = until;
        }
        assertTrue(straight.delivered() > 1000);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0, 1, rate",
        "-5, 0, 0, 0, 0, 1, rate",
        "2e6, 0, 0, 0, 0, 1, rate",
        "NaN, 0, 0, 0, 0, 1, rate",
        "100, -1, 0, 0, 0, 1, phase",
        "100, 0, NaN, 0, 0, 1, latency",
        "100, 0, 0, Infinity, 0, 1, jitter",
        "100, 0, 0, 0, 1.5, 1, dropout",
        "100, 0, 0, 0, NaN, 1, dropout",
        "100, 0, 0, 0, 0, 0, capacity",
        "100, 0, 0.1, 0, 0, 5, capacity",
        "Infinity, 0, 0.1, 0, 0, 5, latency"
    })
    void impossibleTimingIsRefused(
            double rate, double phase, double latency, double jitter, double dropout, int capacity, String named) {
        BadInputException refused = assertThrows(
                BadInputException.class, () -> new Sampling(rate, phase, latency, jitter, dropout, capacity));
        assertTrue(refused.place().contains(named), refused.getMessage());
        assertTrue(!refused.remedy().isBlank());
    }
}
