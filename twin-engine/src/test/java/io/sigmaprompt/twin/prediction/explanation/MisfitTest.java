package io.sigmaprompt.twin.prediction.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.world.SimulationSettings;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A mean is fitted to errors of a known kind; its widened standard deviation is held against the mean's true error. */
class MisfitTest {
    private static final int SAMPLES = 150;
    private static final int DRAWS = 400;

    private final RobotModel arm = LibraryRobots.arm(0);
    private final Evidence evidence =
            new Evidence(new Consistency(arm, SimulationSettings.DEFAULT, arm.neutral()), SAMPLES);
    private final double[] taken = new double[evidence.open.length];
    private final Random random = new Random(5);

    /** The share of means within 1.96 of their standard deviations, and the mean factor. */
    private double[] coverage(double size, double memory) {
        int within = 0;
        double factors = 0;
        evidence.count = SAMPLES;
        for (int draw = 0; draw < DRAWS; draw++) {
            double error = random.nextGaussian() * size;
            double sum = 0;
            for (int k = 0; k < SAMPLES; k++) {
                int at = evidence.at(k, Evidence.BODY, 2);
                evidence.open[at] = 7 + error;
                evidence.weight[at] = 1;
                sum += evidence.open[at];
                error = memory * error + Math.sqrt(1 - memory * memory) * size * random.nextGaussian();
            }
            double mean = sum / SAMPLES;
            for (int k = 0; k < SAMPLES; k++) {
                int at = evidence.at(k, Evidence.BODY, 2);
                evidence.open[at] -= mean;
                taken[at] = mean;
            }
            double factor = Misfit.of(evidence, taken);
            factors += factor / DRAWS;
            within += Math.abs(mean - 7) < 1.96 * factor / Math.sqrt(SAMPLES) ? 1 : 0;
        }
        return new double[] {within / (double) DRAWS, factors};
    }

    @Test
    void noiseAsWeighedWidensHardly() {
        double[] found = coverage(1, 0);
        assertTrue(found[0] > 0.93, "coverage " + found[0]);
        assertEquals(1.06, found[1], 0.06);
    }

    @Test
    void errorsLargerThanTheirWeightsWidenByTheirSize() {
        double[] found = coverage(8, 0);
        assertTrue(found[0] > 0.92, "coverage " + found[0]);
        assertEquals(8.2, found[1], 0.6);
    }

    @Test
    void errorsThatHangTogetherWidenMore() {
        double[] found = coverage(3, 0.9);
        assertTrue(found[0] > 0.85, "coverage " + found[0]);
        assertTrue(found[1] > 9, "factor " + found[1]);
    }

    @Test
    void aFitThatLeavesNothingIsAsSureAsItsWeights() {
        evidence.count = SAMPLES;
        int at = evidence.at(3, Evidence.SERVO, 1);
        evidence.weight[at] = 1;
        taken[at] = 2;
        assertEquals(1, Misfit.of(evidence, taken));
    }
}
