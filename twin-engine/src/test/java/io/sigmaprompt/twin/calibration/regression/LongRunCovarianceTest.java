package io.sigmaprompt.twin.calibration.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.spatial.SplitMix64;
import org.junit.jupiter.api.Test;

class LongRunCovarianceTest {
    private static final int SAMPLES = 20_000;

    /** First-order autoregressions of uniform noise, the second entry half the first. */
    private static double[][] series(double persistence) {
        SplitMix64 random = new SplitMix64(3);
        double[][] series = new double[SAMPLES][2];
        double x = 0;
        for (double[] sample : series) {
            x = persistence * x + random.symmetric();
            sample[0] = x;
            sample[1] = 0.5 * x;
        }
        return series;
    }

    @Test
    void independentSamplesAddTheirVariances() {
        double[][] covariance = LongRunCovariance.of(series(0));
        assertEquals(SAMPLES / 3.0, covariance[0][0], 0.1 * SAMPLES / 3);
    }

    @Test
    void samplesThatHangTogetherSpreadTheSumAsMuchAsTheoryTells() {
        double theory = SAMPLES / 3.0 / (0.2 * 0.2);
        double[][] covariance = LongRunCovariance.of(series(0.8));
        assertEquals(theory, covariance[0][0], 0.2 * theory);
        assertEquals(0.5 * covariance[0][0], covariance[0][1], 1e-9 * theory);
        assertEquals(covariance[0][1], covariance[1][0]);
    }

    @Test
    void theMoreTheyHangTogetherTheLongerTheBlocks() {
        assertTrue(LongRunCovariance.block(series(0)) <= 3);
        assertTrue(LongRunCovariance.block(series(0.9)) > LongRunCovariance.block(series(0.5)));
    }

    @Test
    void blocksGiveBartlettsWeights() {
        double[][] series = new double[40][1];
        SplitMix64 random = new SplitMix64(8);
        double before = 0;
        for (double[] sample : series) {
            before = 0.6 * before + random.symmetric();
            sample[0] = before;
        }
        int block = LongRunCovariance.block(series);
        double sum = 0;
        for (int s = 0; s < series.length; s++) {
            for (int t = 0; t < series.length; t++) {
                sum += Math.max(0, 1 - Math.abs(s - t) / (double) block) * series[s][0] * series[t][0];
            }
        }
        assertEquals(sum, LongRunCovariance.of(series)[0][0], 1e-9);
    }
}
