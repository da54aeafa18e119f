package io.sigmaprompt.headless.bench.nab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The benchmark's scoring (Lavin, Ahmad: Evaluating real-time anomaly detection algorithms, 2015, section II, and the
 * program that goes with it, version 1.1). Of the detections in a window only the first counts, the more the earlier;
 * one outside costs the more the farther it is behind the last window. One threshold holds for all series; it is the one
 * that earns most. Scores are then put between nothing detected, 0, and everything at once, 100.
 */
public final class NabScorer {
    /** Steepness of the sigmoid, and the distance in windows behind which a false alarm costs all of it. */
    private static final double STEEPNESS = 5;

    private static final double FARTHEST = 3;

    /** No score is so high: nothing is detected. */
    private static final double ABOVE_ALL = 1.1;

    private static final int NONE = -1;

    /** A row that is scored, and the window it lies in, or none. */
    private record Row(int series, int row, int window, double score) {}

    private final List<NabSeries> series;
    private final List<double[]> scores;
    private final List<Row> rows = new ArrayList<>();

    /**
     * A scorer of what a detector said.
     *
     * @param series the series
     * @param scores of each series, one a row, from 0 to 1
     */
    public NabScorer(List<NabSeries> series, List<double[]> scores) {
        this.series = series;
        this.scores = scores;
        for (int s = 0; s < series.size(); s++) {
            NabSeries one = series.get(s);
            for (int row = one.probation(); row < one.size(); row++) {
                rows.add(new Row(s, row, window(one, row), scores.get(s)[row]));
            }
        }
        rows.sort(Comparator.comparingDouble(Row::score).reversed());
    }

    /** The best that one threshold for all series earns. */
    public NabOutcome best(NabProfile profile) {
        return at(profile, threshold(profile, NONE));
    }

    /** What each series earns with the threshold that is best for all the others. */
    public double leftOut(NabProfile profile) {
        double raw = 0;
        for (int s = 0; s < series.size(); s++) {
            raw += at(series.get(s), scores.get(s), profile, threshold(profile, s))
                    .raw();
        }
        return normalised(profile, raw);
    }

    /** What a threshold earns. */
    public NabOutcome at(NabProfile profile, double threshold) {
        List<NabOutcome.OfSeries> all = new ArrayList<>();
        double raw = 0;
        for (int s = 0; s < series.size(); s++) {
            NabOutcome.OfSeries outcome = at(series.get(s), scores.get(s), profile, threshold);
            all.add(outcome);
            raw += outcome.raw();
        }
        return new NabOutcome(profile, threshold, raw, normalised(profile, raw), List.copyOf(all));
    }

    private double normalised(NabProfile profile, double raw) {
        double nothing = 0;
        double everything = 0;
        for (NabSeries one : series) {
            nothing -= profile.miss() * scorable(one);
            everything += profile.hit() * one.windows().size();
        }
        return everything == nothing ? Double.NaN : 100 * (raw - nothing) / (everything - nothing);
    }

    /** The highest threshold that earns most in all series but one. */
    private double threshold(NabProfile profile, int without) {
        double[][] worth = new double[series.size()][];
        double[][] windows = new double[series.size()][];
        double sum = 0;
        for (int s = 0; s < series.size(); s++) {
            worth[s] = worth(series.get(s), profile);
            windows[s] = new double[series.get(s).windows().size()];
            Arrays.fill(windows[s], -profile.miss());
            sum -= s == without ? 0 : profile.miss() * scorable(series.get(s));
        }
        double threshold = ABOVE_ALL;
        double best = sum;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.series != without) {
                double gain = worth[row.series][row.row];
                if (row.window == NONE) {
                    sum += gain;
                } else if (gain > windows[row.series][row.window]) {
                    sum += gain - windows[row.series][row.window];
                    windows[row.series][row.window] = gain;
                }
            }
            boolean last = i + 1 == rows.size() || rows.get(i + 1).score != row.score;
            if (last && sum > best) {
                best = sum;
                threshold = row.score;
            }
        }
        return threshold;
    }

    private static NabOutcome.OfSeries at(NabSeries series, double[] scores, NabProfile profile, double threshold) {
        double[] worth = worth(series, profile);
        double raw = 0;
        int found = 0;
        int missed = 0;
        int falseAlarms = 0;
        List<Integer> detections = new ArrayList<>();
        boolean[] seen = new boolean[series.windows().size()];
        for (int row = series.probation(); row < series.size(); row++) {
            if (!(scores[row] >= threshold)) {
                continue;
            }
            int window = window(series, row);
            if (window == NONE) {
                raw += worth[row];
                falseAlarms++;
                detections.add(row);
            } else if (!seen[window]) {
                seen[window] = true;
                raw += worth[row];
                found++;
                detections.add(row);
            }
        }
        for (int w = 0; w < seen.length; w++) {
            if (!seen[w] && series.windows().get(w).last() >= series.probation()) {
                raw -= profile.miss();
                missed++;
            }
        }
        return new NabOutcome.OfSeries(series, raw, found, missed, falseAlarms, List.copyOf(detections));
    }

    /** What a detection in each row earns or costs. */
    static double[] worth(NabSeries series, NabProfile profile) {
        double[] worth = new double[series.size()];
        double most = sigmoid(-1);
        NabSeries.Window before = null;
        int next = 0;
        for (int row = 0; row < worth.length; row++) {
            NabSeries.Window ahead =
                    next < series.windows().size() ? series.windows().get(next) : null;
            if (ahead != null && ahead.holds(row)) {
                double place = -(ahead.last() - row + 1) / (double) ahead.length();
                worth[row] = sigmoid(place) * profile.hit() / most;
                if (row == ahead.last()) {
                    before = ahead;
                    next++;
                }
            } else {
                double place = before == null
                        ? Double.POSITIVE_INFINITY
                        : (row - before.last()) / (double) Math.max(1, before.length() - 1);
                worth[row] = sigmoid(place) * profile.falseAlarm();
            }
        }
        return worth;
    }

    /** From 1 far ahead to -1 far behind, 0 at a window's end; all of it beyond three windows. */
    static double sigmoid(double place) {
        return place > FARTHEST ? -1 : 2 / (1 + Math.exp(STEEPNESS * place)) - 1;
    }

    private static int scorable(NabSeries series) {
        return (int) series.windows().stream()
                .filter(window -> window.last() >= series.probation())
                .count();
    }

    private static int window(NabSeries series, int row) {
        for (int w = 0; w < series.windows().size(); w++) {
            if (series.windows().get(w).holds(row)) {
                return w;
            }
        }
        return NONE;
    }
}
