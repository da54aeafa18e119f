package io.sigmaprompt.headless.bench.nab;

import io.sigmaprompt.twin.analysis.stream.SignalDetector;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a detector said of every series, and what that earns.
 *
 * @param scores of each series of the corpus, one a row, from 0 to 1; 0 where it could not say
 * @param outcomes with the best threshold of each profile, or with the one that was given
 * @param leftOut the standard profile's score where each series is judged by the threshold that is best for the others;
 *     NaN where one was given
 */
public record NabRun(
        String detector,
        String parameters,
        NabCorpus corpus,
        List<double[]> scores,
        Map<NabProfile, NabOutcome> outcomes,
        double leftOut) {
    /**
     * Runs a detector over all series, a new one for each, row by row.
     *
     * @param threshold from which score on it detects; null for the best
     * @param progress is told what it is at
     */
    public static NabRun of(
            NabCorpus corpus, Supplier<SignalDetector> source, @Nullable Double threshold, Consumer<String> progress) {
        SignalDetector any = source.get();
        List<double[]> scores = new ArrayList<>();
        for (NabSeries series : corpus.series()) {
            progress.accept(any.name() + ": " + series.path() + ", " + (scores.size() + 1) + " of "
                    + corpus.series().size());
            scores.add(scores(series, source.get()));
        }
        NabScorer scorer = new NabScorer(corpus.series(), scores);
        Map<NabProfile, NabOutcome> outcomes = new EnumMap<>(NabProfile.class);
        for (NabProfile profile : NabProfile.values()) {
            outcomes.put(profile, threshold == null ? scorer.best(profile) : scorer.at(profile, threshold));
        }
        return new NabRun(
                any.name(),
                any.parameters(),
                corpus,
                List.copyOf(scores),
                Map.copyOf(outcomes),
                threshold == null ? scorer.leftOut(NabProfile.STANDARD) : Double.NaN);
    }

    /** Clocks in the files go back where summer time ends; a detector's time never does. */
    private static double[] scores(NabSeries series, SignalDetector detector) {
        double[] scores = new double[series.size()];
        long newest = Long.MIN_VALUE;
        for (int row = 0; row < scores.length; row++) {
            newest = Math.max(newest, series.nanos()[row]);
            double score = detector.score(newest, series.values()[row]);
            scores[row] = Double.isNaN(score) ? 0 : score;
        }
        return scores;
    }

    /** The standard profile's outcome. */
    public NabOutcome standard() {
        return outcome(NabProfile.STANDARD);
    }

    public NabOutcome outcome(NabProfile profile) {
        NabOutcome outcome = outcomes.get(profile);
        if (outcome == null) {
            throw new IllegalStateException("no outcome of " + profile);
        }
        return outcome;
    }
}
