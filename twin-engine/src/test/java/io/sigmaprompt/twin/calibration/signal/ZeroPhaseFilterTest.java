package io.sigmaprompt.twin.calibration.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ZeroPhaseFilterTest {
    private static double[] wave(double frequency, double rate, int count) {
        double[] wave = new double[count];
        for (int i = 0; i < count; i++) {
            wave[i] = StrictMath.sin(2 * Math.PI * frequency * i / rate);
        }
        return wave;
    }

    @Test
    void slowWavesStayWhereTheyAre() {
        double[] wave = wave(0.3, 100, 2000);
        double[] filtered = new ZeroPhaseFilter(5, 100).apply(wave);
        for (int i = 0; i < wave.length; i++) {
            assertEquals(wave[i], filtered[i], 2e-3);
        }
    }

    @Test
    void halfOfTheAmplitudeIsLeftAtTheCutOffAndNothingFarAboveIt() {
        double[] atCutoff = new ZeroPhaseFilter(5, 100).apply(wave(5, 100, 2000));
        double[] above = new ZeroPhaseFilter(5, 100).apply(wave(35, 100, 2000));
        double highest = 0;
        for (int i = 800; i < 1200; i++) {
            highest = Math.max(highest, atCutoff[i]);
            assertEquals(0, above[i], 1e-3);
        }
        assertEquals(0.5, highest, 0.01);
    }
}
