package io.sigmaprompt.twin.analysis.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scores of all detectors mean the same: a share p of usual samples scores above 1 - p. */
class CalibrationTest {
    private static final int SAMPLES = 60_000;
    private static final int LEARNING = 2_000;
    private static final double HORIZON = 20_000;

    record Case(String name, Supplier<SignalDetector> detector, double memory, int samples) {
        @Override
        public String toString() {
            return name + ", memory " + memory;
        }
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (double memory : new double[] {0, 0.9}) {
            cases.add(new Case("hampel", () -> calibrated(new HampelStatistic(0)), memory, SAMPLES));
            cases.add(new Case("rate", () -> calibrated(new RateStatistic(Double.POSITIVE_INFINITY)), memory, SAMPLES));
            cases.add(new Case("flat line", () -> calibrated(new FlatLineStatistic()), memory, SAMPLES));
            cases.add(new Case("cusum", () -> calibrated(new CusumStatistic(0, true)), memory, SAMPLES));
            cases.add(new Case("page-hinkley", () -> calibrated(new PageHinkleyStatistic(0)), memory, SAMPLES));
            cases.add(new Case("periodicity", () -> calibrated(new PeriodicityStatistic(0)), memory, 20 * SAMPLES));
            cases.add(new Case("ensemble", CalibrationTest::ensemble, memory, SAMPLES));
        }
        return cases;
    }

    private static CalibratedDetector calibrated(Statistic statistic) {
        return new CalibratedDetector(statistic, LEARNING, HORIZON);
    }

    private static Ensemble ensemble() {
        return new Ensemble(
                List.of(
                        calibrated(new HampelStatistic(0)),
                        calibrated(new RateStatistic(Double.POSITIVE_INFINITY)),
                        calibrated(new FlatLineStatistic()),
                        calibrated(new CusumStatistic(0, true)),
                        calibrated(new PageHinkleyStatistic(0))),
                LEARNING,
                HORIZON);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aShareOfNoiseScoresAboveOneLessThatShare(Case one) {
        Random random = new Random(11);
        SignalDetector detector = one.detector().get();
        double[] shares = {0.1, 0.03, 0.01};
        int[] beyond = new int[shares.length];
        int judged = 0;
        double x = 0;
        for (int i = 0; i < one.samples(); i++) {
            x = one.memory() * x + random.nextGaussian();
            double score = detector.score(i * 10_000_000L, 20 + x);
            if (!Double.isNaN(score) && i > 2 * LEARNING) {
                assertTrue(score >= 0 && score <= 1, () -> "score " + score);
                judged++;
                for (int k = 0; k < shares.length; k++) {
                    beyond[k] += score > 1 - shares[k] ? 1 : 0;
                }
            }
        }
        assertTrue(judged > one.samples() / 2, "judged " + judged);
        for (int k = 0; k < shares.length; k++) {
            double found = (double) beyond[k] / judged;
            assertEquals(shares[k], found, 0.35 * shares[k] + 0.002, one + ": share above " + (1 - shares[k]));
        }
    }
}
