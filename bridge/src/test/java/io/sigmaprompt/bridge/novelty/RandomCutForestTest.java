package io.sigmaprompt.bridge.novelty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.port.NoveltyModel;
import io.sigmaprompt.twin.port.NoveltyModelProvider;
import java.util.Random;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class RandomCutForestTest {
    private static final int POINTS = 3000;
    private static final int ODD = 2500;

    @Test
    void theForestIsFoundByItsPort() {
        assertTrue(ServiceLoader.load(NoveltyModelProvider.class).stream()
                .anyMatch(each -> each.get().name().equals("random-cut-forest")));
    }

    @Test
    void aCombinationThatWasNeverSeenScoresHighThoughEachOfItsNumbersIsUsual() {
        double[] scores = scores(1);
        assertTrue(Double.isNaN(scores[0]));
        assertTrue(scores[ODD] > 0.99, "score " + scores[ODD]);
        long loud = 0;
        for (int i = 1000; i < POINTS; i++) {
            loud += scores[i] > 0.99 ? 1 : 0;
        }
        // Calibrated: about one in a hundred, and what follows the odd point.
        assertTrue(loud < 60, loud + " of 2000 above 0.99");
    }

    @Test
    void theSameSeedGivesTheSameScores() {
        assertArrayEquals(scores(7), scores(7));
        assertEquals(false, java.util.Arrays.equals(scores(7), scores(8)));
    }

    @Test
    void aScaleHidesNoDimension() {
        RunningScale scale = new RunningScale(2, 1000);
        double[] out = new double[2];
        Random random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            scale.scale(new double[] {300 + random.nextGaussian(), 1e-6 * random.nextGaussian()}, out);
        }
        scale.scale(new double[] {300, 3e-6}, out);
        assertEquals(0, out[0], 0.2);
        assertEquals(3, out[1], 0.3);
        scale.scale(new double[] {1e9, 0}, out);
        assertTrue(out[0] <= 10);
    }

    /** Two numbers that always go together, and once do not. */
    private static double[] scores(long seed) {
        double[] scores = new double[POINTS];
        Random random = new Random(11);
        try (NoveltyModel forest = new RandomCutForestProvider().open(2, seed)) {
            for (int i = 0; i < POINTS; i++) {
                double a = 2 * random.nextDouble() - 1;
                double b = a + 0.05 * random.nextGaussian();
                scores[i] = forest.score(i * 10_000_000L, new double[] {i == ODD ? 0.9 : a, i == ODD ? -0.9 : b});
            }
        }
        return scores;
    }
}
