package io.sigmaprompt.headless.analysis.label;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How a label's onsets look in the signals, learnt from the first part of a recording. A row of that part is scored by a
 * model that was learnt without its fifth of it, so that a threshold can be chosen there without fooling oneself.
 */
final class OnsetPattern {
    private static final int FOLDS = 5;
    private static final double[] RIDGES = {10, 30, 100};
    /** Rows behind an onset that still count as one. */
    private static final int ONSET_ROWS = 2;

    private static final int FIRST_ROWS = 10;
    private static final int MOST_CASES = 6000;

    private final LabelledRows rows;
    private final PatternFeatures features;
    private final boolean[] holds;
    private final boolean[] onset;
    private final int split;

    /** @param split the first row that nothing is learnt from */
    OnsetPattern(LabelledRows rows, boolean[] holds, int split) {
        this.rows = rows;
        this.holds = holds;
        this.split = split;
        features = new PatternFeatures(rows);
        onset = new boolean[holds.length];
        for (int at : LabelledRows.onsets(holds)) {
            for (int i = at; i < Math.min(holds.length, at + ONSET_ROWS); i++) {
                onset[i] = true;
            }
        }
    }

    /** Each row's score by the penalty whose scores of the first part are best there. */
    double[] scores(Alarms alarms, int[] onsets) {
        double[] best = new double[rows.size()];
        double most = -1;
        double ridge = RIDGES[0];
        for (double each : RIDGES) {
            double[] scores = new double[rows.size()];
            for (int fold = 0; fold < FOLDS; fold++) {
                int from = (int) ((long) split * fold / FOLDS);
                int to = (int) ((long) split * (fold + 1) / FOLDS);
                score(learn(each, from, to), from, to, scores);
            }
            double threshold = alarms.best(scores, onsets, 0, split);
            double f1 = alarms.judge(alarms.of(scores, threshold, 0, split), onsets, 0, split)
                    .f1();
            if (f1 > most) {
                most = f1;
                best = scores;
                ridge = each;
            }
        }
        score(learn(ridge, 0, 0), split, rows.size(), best);
        return best;
    }

    private void score(RidgeLogistic model, int from, int to, double[] scores) {
        double[] input = new double[features.count()];
        for (int i = from; i < to; i++) {
            features.write(i, input);
            scores[i] = model.of(input);
        }
    }

    /** Learns from the first part without the rows in [from, to), nor those at which the label held already. */
    private RidgeLogistic learn(double ridge, int from, int to) {
        List<Integer> cases = new ArrayList<>();
        int others = 0;
        for (int i = FIRST_ROWS; i < split; i++) {
            if ((i < from || i >= to) && (!holds[i] || onset[i])) {
                cases.add(i);
                others += onset[i] ? 0 : 1;
            }
        }
        double share = Math.min(1, (double) MOST_CASES / Math.max(1, others));
        SplittableRandom random = new SplittableRandom(42);
        cases.removeIf(i -> !onset[i] && share < 1 && random.nextDouble() >= share);
        double[][] inputs = new double[cases.size()][features.count()];
        boolean[] wanted = new boolean[cases.size()];
        for (int k = 0; k < wanted.length; k++) {
            features.write(cases.get(k), inputs[k]);
            wanted[k] = onset[cases.get(k)];
        }
        return RidgeLogistic.learn(inputs, wanted, ridge);
    }
}
