package io.sigmaprompt.physics.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class NoiseStreamTest {
    private static final int SAMPLES = 400_000;

    @Test
    void normalNumbersHaveTheMomentsOfTheNormalDistribution() {
        NoiseStream noise = new NoiseStream(11);
        double[] moments = new double[5];
        int beyondTwo = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double x = noise.normal();
            double power = 1;
            for (int k = 1; k <= 4; k++) {
                power *= x;
                moments[k] += power / SAMPLES;
            }
            beyondTwo += Math.abs(x) > 2 ? 1 : 0;
        }
        assertEquals(0, moments[1], 0.008);
        assertEquals(1, moments[2], 0.01);
        assertEquals(0, moments[3], 0.02);
        assertEquals(3, moments[4], 0.08);
        assertEquals(0.0455, beyondTwo / (double) SAMPLES, 0.0015);
    }

    @Test
    void neighboursAreNotCorrelated() {
        NoiseStream noise = new NoiseStream(3);
        double sum = 0;
        double before = noise.normal();
        for (int i = 0; i < SAMPLES; i++) {
            double x = noise.normal();
            sum += before * x;
            before = x;
        }
        assertEquals(0, sum / SAMPLES, 0.008);
    }

    @Test
    void aRestoredStreamGoesOnWithTheSameBits() {
        NoiseStream noise = new NoiseStream(-77);
        NoiseStream other = new NoiseStream(5);
        double[] state = new double[NoiseStream.STATE_SIZE + 1];
        for (int i = 0; i < 100; i++) {
            noise.save(state, 1);
            other.restore(state, 1);
            for (int k = 0; k < 3; k++) {
                assertEquals(Double.doubleToLongBits(noise.normal()), Double.doubleToLongBits(other.normal()));
            }
            assertEquals(noise.uniform(), other.uniform());
        }
    }

    @Test
    void theStreamOfASeedIsWrittenInStone() {
        NoiseStream noise = new NoiseStream(1234567);
        // SplitMix64's published first output for this seed is 6457827717110365317.
        assertEquals((6457827717110365317L >>> 11) * 0x1p-53, noise.uniform());
    }

    @Test
    void namesHaveSeedsOfTheirOwn() {
        assertNotEquals(NoiseStream.seedFor(1, "imu"), NoiseStream.seedFor(1, "umi"));
        assertNotEquals(NoiseStream.seedFor(1, "imu"), NoiseStream.seedFor(2, "imu"));
        assertEquals(NoiseStream.seedFor(1, "imu"), NoiseStream.seedFor(1, "imu"));
    }

    @Test
    void wholeNumbersSurviveAmongDoubles() {
        double[] place = new double[4];
        NoiseStream random = new NoiseStream(9);
        long[] edges = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0xfff8_0000_0000_0001L, 0x7ff0_0000_0000_0001L};
        for (int i = 0; i < 1000; i++) {
            long number = i < edges.length ? edges[i] : Double.doubleToLongBits(random.normal()) * 31;
            WholeNumbers.put(number, place, 1);
            assertEquals(number, WholeNumbers.get(place, 1));
        }
    }
}
