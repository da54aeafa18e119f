package io.sigmaprompt.twin.analysis.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextDetectorTest {
    private static final long STEP = 300_000_000_000L;
    private static final int DAY = 288;

    /** Working hours at about 80, nights at about 20, a sample every five minutes. */
    private static double shift(int i, SplittableRandom random) {
        int hour = i % DAY / 12;
        return (hour >= 8 && hour < 18 ? 80 : 20) + random.nextDouble() * 4;
    }

    private static double[] scores(int n, IntToDoubleFunction value) {
        ContextDetector detector = new ContextDetector();
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            scores[i] = detector.score(i * STEP, value.applyAsDouble(i));
        }
        return scores;
    }

    private static double greatest(double[] scores, int from, int to) {
        double greatest = 0;
        for (int i = from; i < to; i++) {
            greatest = Math.max(greatest, scores[i]);
        }
        return greatest;
    }

    @Test
    void aDayOfRestIsFoundThoughItsValuesAreAllUsual() {
        SplittableRandom random = new SplittableRandom(3);
        int rest = 10 * DAY;
        double[] scores = scores(12 * DAY, i -> {
            double value = shift(i, random);
            return i >= rest && i < rest + DAY && value > 50 ? value - 60 : value;
        });
        assertTrue(greatest(scores, rest, rest + DAY) > 0.5, "the missing shift");
        assertTrue(greatest(scores, 5 * DAY, rest) < greatest(scores, rest, rest + DAY), "usual days");
    }

    @Test
    void aLevelThatNeverWasIsFoundAtItsFirstSamplesAndToldOnce() {
        SplittableRandom random = new SplittableRandom(4);
        double[] scores = scores(3000, i -> (i < 2000 ? 10 : 14) + random.nextDouble());
        assertTrue(greatest(scores, 2000, 2003) > 0.7, () -> "found: " + greatest(scores, 2000, 2003));
        assertTrue(greatest(scores, 2010, 3000) < 0.5, () -> "told again: " + greatest(scores, 2010, 3000));
    }

    @Test
    void aConstantIsNeverUnusualAndAStepOutOfItIs() {
        double[] scores = scores(3000, i -> i < 2500 ? 45 : 46);
        assertEquals(0, greatest(scores, 60, 2500));
        assertTrue(scores[2500] > 0.8, () -> "step: " + scores[2500]);
    }

    @Test
    void nothingIsSaidOfMissingSamplesAndWhileLearning() {
        ContextDetector detector = new ContextDetector();
        for (int i = 0; i < TailSurprise.LEARNING; i++) {
            assertTrue(Double.isNaN(detector.score(i * STEP, 1)));
        }
        long now = TailSurprise.LEARNING * STEP;
        assertTrue(Double.isNaN(detector.score(now, Double.NaN)));
        assertTrue(Double.isNaN(detector.score(now, Double.POSITIVE_INFINITY)));
        assertEquals(0, detector.score(now, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 17, 290, 1000, 4500})
    void restoredMidWayItGoesOnToTheSameBits(int at) {
        SplittableRandom random = new SplittableRandom(5);
        ContextDetector whole = new ContextDetector();
        ContextDetector restored = null;
        for (int i = 0; i < 6000; i++) {
            if (i == at) {
                CanonicalOutput out = new CanonicalOutput();
                whole.save(out);
                restored = new ContextDetector();
                CanonicalInput in = new CanonicalInput(out.toByteArray());
                restored.restore(in);
                assertEquals(0, in.remaining());
            }
            double value = random.nextInt(300) == 0 ? 300 * random.nextDouble() : shift(i, random);
            double score = whole.score(i * STEP, value);
            if (restored != null) {
                assertEquals(score, restored.score(i * STEP, value), 0, "sample " + i);
            }
        }
    }

    @Test
    void theUnitDoesNotMatter() {
        SplittableRandom random = new SplittableRandom(8);
        double[] values = new double[3000];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(200) == 0 ? 300 * random.nextDouble() : shift(i, random);
        }
        double[] small = scores(values.length, i -> values[i] / 1024);
        double[] large = scores(values.length, i -> values[i] * 65536);
        for (int i = 0; i < values.length; i++) {
            assertEquals(small[i], large[i], 0, "sample " + i);
        }
    }

    @Test
    void numbersAtTheEndOfTheRangeMakeItNeitherBlindNorMad() {
        SplittableRandom random = new SplittableRandom(9);
        double[] scores = scores(4000, i -> {
            double value = random.nextInt(3) == 0 ? Double.MAX_VALUE : random.nextBoolean() ? -1e308 : 1e-308;
            return i < 2000 ? value : i < 3900 ? random.nextDouble() : Double.MAX_VALUE;
        });
        for (int i = TailSurprise.LEARNING; i < scores.length; i++) {
            assertTrue(scores[i] >= 0 && scores[i] <= 1, "sample " + i + ": " + scores[i]);
        }
        assertTrue(greatest(scores, 3900, 4000) > 0.3, () -> "blind: " + greatest(scores, 3900, 4000));
    }

    @Test
    void whatFollowsDoesNotChangeWhatWasSaid() {
        SplittableRandom random = new SplittableRandom(6);
        double[] values = random.doubles(2000).toArray();
        double[] whole = scores(2000, i -> values[i]);
        double[] changed = scores(2000, i -> i < 1500 ? values[i] : -1000);
        for (int i = 0; i < 1500; i++) {
            assertEquals(whole[i], changed[i], 0, "sample " + i);
        }
        assertTrue(changed[1500] > 0.8);
    }

    @Test
    void lookingAllocatesNothing() {
        SplittableRandom random = new SplittableRandom(7);
        double[] values = random.doubles(20_000).toArray();
        ContextDetector detector = new ContextDetector();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = 0;
        double sum = 0;
        for (int round = 0; round < 4; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < values.length; i++) {
                double score = detector.score((round * (long) values.length + i) * STEP, values[i]);
                sum += Double.isNaN(score) ? 0 : score;
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertTrue(sum >= 0);
        assertTrue(allocated < 1000, "bytes for " + values.length + " samples: " + allocated);
    }
}
