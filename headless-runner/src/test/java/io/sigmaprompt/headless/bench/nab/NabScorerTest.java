package io.sigmaprompt.headless.bench.nab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Known values are of the paper and of the benchmark's own tests. */
class NabScorerTest {
    private static NabSeries series(int rows, NabSeries.Window... windows) {
        return new NabSeries(
                "group/name.csv",
                Collections.nCopies(rows, "2014-01-01 00:00:00"),
                IntStream.range(0, rows).asLongStream().toArray(),
                new double[rows],
                List.of(windows));
    }

    private static NabSeries.Window window(int first, int last) {
        return new NabSeries.Window(first, last);
    }

    private static double[] detecting(int rows, int... detections) {
        double[] scores = new double[rows];
        Arrays.stream(detections).forEach(row -> scores[row] = 1);
        return scores;
    }

    private static NabOutcome outcome(NabSeries series, double[] scores, NabProfile profile) {
        return new NabScorer(List.of(series), List.of(scores)).at(profile, 0.5);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0.98661", "-0.5, 0.84828", "0, 0", "1, -0.98661", "3.1, -1"})
    void theSigmoidIsThePapers(double place, double expected) {
        assertEquals(expected, NabScorer.sigmoid(place), 5e-6);
    }

    @ParameterizedTest
    @CsvSource({"100, 15", "4032, 604", "5000, 750", "22695, 750"})
    void learningIsAShareOfTheRowsButOfNoMoreThanFiveThousand(int rows, int expected) {
        assertEquals(expected, series(rows).probation());
    }

    @Test
    void theBenchmarksExampleOfAllKindsOfDetections() {
        // Two windows of five rows: found at the first row and again, false three rows behind, the other missed. With a
        // weight of 1 the false alarm costs 0.9540.
        NabSeries series = series(100, window(30, 34), window(70, 74));
        NabOutcome outcome = outcome(series, detecting(100, 30, 31, 37), NabProfile.STANDARD);
        assertEquals(1 - 0.11 * 0.9540 - 1, outcome.raw(), 1e-5);
        assertEquals(1, outcome.found());
        assertEquals(1, outcome.missed());
        assertEquals(1, outcome.falseAlarms());
        assertEquals(List.of(30, 37), outcome.series().getFirst().detections());
    }

    @Test
    void theFirstRowOfAWindowEarnsAllWhateverItsWidth() {
        assertEquals(
                1,
                outcome(series(100, window(40, 41)), detecting(100, 40), NabProfile.STANDARD)
                        .raw(),
                1e-12);
        assertEquals(
                1,
                outcome(series(100, window(40, 60)), detecting(100, 40), NabProfile.STANDARD)
                        .raw(),
                1e-12);
    }

    @Test
    void atTheRightEdgeNextToNothingIsEarnedAndNextToNothingLost() {
        NabSeries series = series(1000, window(400, 499));
        double[] last = NabScorer.worth(series, NabProfile.STANDARD);
        assertEquals(0.0253, last[499], 1e-4);
        assertEquals(-0.0253 * 0.11, last[500], 1e-4);
        assertTrue(last[450] > last[451] && last[500] > last[501]);
        assertEquals(-0.11, last[399], 0, "before any window all of it is lost");
        assertEquals(-0.11, last[400 + 4 * 100], 0, "far behind too");
    }

    @Test
    void profilesWeighFalseAlarmsAndMisses() {
        NabSeries series = series(100, window(40, 49));
        assertEquals(-1, outcome(series, detecting(100), NabProfile.STANDARD).raw());
        assertEquals(
                -2, outcome(series, detecting(100), NabProfile.REWARD_LOW_FN).raw());
        double[] early = detecting(100, 20);
        assertEquals(-1.11, outcome(series, early, NabProfile.STANDARD).raw(), 1e-12);
        assertEquals(-1.22, outcome(series, early, NabProfile.REWARD_LOW_FP).raw(), 1e-12);
    }

    @Test
    void rowsForLearningCountForNothing() {
        NabSeries series = series(100, window(40, 49));
        assertEquals(
                -1,
                outcome(series, detecting(100, 0, 7, 14), NabProfile.STANDARD).raw());
        assertEquals(
                -1.11, outcome(series, detecting(100, 15), NabProfile.STANDARD).raw(), 1e-12);
    }

    @ParameterizedTest
    @EnumSource
    void nothingDetectedIsZeroAndEverythingAtOnceAHundred(NabProfile profile) {
        List<NabSeries> all =
                List.of(series(100, window(40, 49), window(80, 83)), series(50), series(60, window(9, 12)));
        List<double[]> nothing = List.of(detecting(100), detecting(50), detecting(60));
        List<double[]> everything = List.of(detecting(100, 40, 80), detecting(50), detecting(60, 9));
        assertEquals(0, new NabScorer(all, nothing).at(profile, 0.5).score());
        assertEquals(100, new NabScorer(all, everything).at(profile, 0.5).score(), 1e-9);
        assertEquals(100, new NabScorer(all, everything).best(profile).score(), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theBestThresholdIsBestOfAll(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<NabSeries> all = new ArrayList<>();
        List<double[]> scores = new ArrayList<>();
        for (int s = 0; s < 4; s++) {
            NabSeries series = series(200, window(50 + 5 * s, 70), window(120, 130 + s));
            all.add(series);
            scores.add(IntStream.range(0, 200)
                    .mapToDouble(row -> Math.rint(20 * random.nextDouble() + (series.labelled(row) ? 1.5 : 0)) / 22)
                    .toArray());
        }
        NabScorer scorer = new NabScorer(all, scores);
        for (NabProfile profile : NabProfile.values()) {
            double best = Double.NEGATIVE_INFINITY;
            for (int step = 0; step <= 23; step++) {
                best = Math.max(best, scorer.at(profile, step / 22.0).raw());
            }
            assertEquals(best, scorer.best(profile).raw(), 1e-9);
            assertTrue(scorer.leftOut(profile) <= scorer.best(profile).score() + 1e-9);
        }
    }
}
