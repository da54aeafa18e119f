package io.sigmaprompt.twin.maintenance.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EvidenceRegressionTest {
    private static EvidenceRegression fit() {
        return new EvidenceRegression(1000, new double[2], new double[] {10, 10}, 1e-9);
    }

    @Test
    void aQuantityThatIsAlwaysZeroIsNoTrouble() {
        EvidenceRegression fit = fit();
        for (int i = 0; i < 500; i++) {
            fit.add(new double[] {1, i % 7}, 0);
        }
        assertEquals(0, fit.value(0));
        assertEquals(0, fit.value(1));
        assertTrue(fit.deviation(1) >= 0 && fit.deviation(1) < 1e-9, "known as well as it can be");
        assertTrue(fit.evidence() > 100);
    }

    @Test
    void whatNoSensorMeasuresIsPassedOver() {
        EvidenceRegression fit = fit();
        double[] wild = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, -1e200};
        for (int i = 0; i < 500; i++) {
            fit.add(new double[] {1, i % 7}, 2 + 3 * (i % 7));
            fit.add(new double[] {1, i % 7}, wild[i % wild.length]);
            fit.add(new double[] {1, wild[i % wild.length]}, 1);
        }
        assertEquals(2, fit.value(0), 1e-6);
        assertEquals(3, fit.value(1), 1e-6);
    }

    @Test
    void errorsThatHangTogetherCountAsFewerLooksAndDeviationsAreHonest() {
        Random random = new Random(5);
        int held = 0;
        int draws = 300;
        double evidence = 0;
        for (int draw = 0; draw < draws; draw++) {
            EvidenceRegression fit = fit();
            double error = 0;
            for (int i = 0; i < 400; i++) {
                error = 0.8 * error + random.nextGaussian();
                fit.add(new double[] {1, Math.sin(0.02 * i)}, 2 + 3 * Math.sin(0.02 * i) + error);
            }
            held += Math.abs(fit.value(1) - 3) <= 1.2816 * fit.deviation(1) ? 1 : 0;
            evidence += fit.evidence() / draws;
        }
        // 400 looks of a process with 0.8 are worth 400 · 0.2 / 1.8.
        assertEquals(44, evidence, 12);
        assertEquals(0.8, held / (double) draws, 0.08);
    }
}
