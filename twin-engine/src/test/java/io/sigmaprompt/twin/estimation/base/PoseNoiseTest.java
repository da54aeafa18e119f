package io.sigmaprompt.twin.estimation.base;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PoseNoiseTest {
    private static final BaseEstimatorSettings SETTINGS = BaseEstimatorSettings.DEFAULT;
    private static final double POSITION = SETTINGS.positionDeviation() * SETTINGS.positionDeviation();
    private static final double ORIENTATION = SETTINGS.orientationDeviation() * SETTINGS.orientationDeviation();
    /** A quarter turn about z, base to world. */
    private static final double[] TURNED = {0, -1, 0, 1, 0, 0, 0, 0, 1};

    private final PoseNoise noise = new PoseNoise(SETTINGS);

    private static double[] told(double... diagonal) {
        double[] told = new double[36];
        for (int i = 0; i < 6; i++) {
            told[7 * i] = diagonal[i];
        }
        return told;
    }

    private static double[] diagonal(double[] six) {
        double[] diagonal = new double[6];
        for (int i = 0; i < 6; i++) {
            diagonal[i] = six[7 * i];
        }
        return diagonal;
    }

    @Test
    void whatIsToldOfThePositionCountsWhereNothingIsToldOfTheRotation() {
        double[] told = told(1e-4, 4e-4, 9e-4, 0, 0, 0);
        told[1] = 5e-5;
        told[6] = 5e-5;
        told[3] = 1e-5;
        double[] six = noise.ofPose(told, TURNED);
        assertArrayEquals(new double[] {1e-4, 4e-4, 9e-4, ORIENTATION, ORIENTATION, ORIENTATION}, diagonal(six), 1e-15);
        assertEquals(5e-5, six[1]);
        assertEquals(0, six[3], "what goes with an unknown is unknown");
    }

    @Test
    void whatIsToldOfTheRotationCountsWhereNothingIsToldOfThePosition() {
        double[] six = noise.ofPose(told(0, 0, 0, 1e-4, 4e-4, 9e-4), TURNED);
        assertArrayEquals(new double[] {POSITION, POSITION, POSITION, 4e-4, 1e-4, 9e-4}, diagonal(six), 1e-15);
    }

    @Test
    void whatTellsNothingIsAsTheSettingsSay() {
        double[] expected = {POSITION, POSITION, POSITION, ORIENTATION, ORIENTATION, ORIENTATION};
        assertArrayEquals(expected, diagonal(noise.ofPose(new double[0], TURNED)), 0);
        assertArrayEquals(expected, diagonal(noise.ofPose(new double[36], TURNED)), 0);
    }
}
