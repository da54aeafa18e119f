package io.sigmaprompt.headless.analysis.label;

import java.util.Arrays;

/** Makes alarms of scores, and finds the threshold that makes the best ones. */
final class Alarms {
    private static final int CANDIDATES = 150;

    private final LabelledRows rows;
    private final double toleranceSeconds;

    Alarms(LabelledRows rows, double toleranceSeconds) {
        this.rows = rows;
        this.toleranceSeconds = toleranceSeconds;
    }

    /** Rows in [from, to) at which scores reach a threshold after having been below it for long enough. */
    int[] of(double[] scores, double threshold, int from, int to) {
        double hold = 8e9 / 3 * toleranceSeconds;
        int[] alarms = new int[to - from];
        int count = 0;
        long last = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            if (scores[i] >= threshold) {
                if (last == Long.MIN_VALUE || rows.nanos(i) - last > hold) {
                    alarms[count++] = i;
                }
                last = rows.nanos(i);
            }
        }
        return Arrays.copyOf(alarms, count);
    }

    /** How alarms at some rows meet the onsets in [from, to). */
    Judgement judge(int[] alarms, int[] onsets, int from, int to) {
        return Judgement.of(times(alarms, from, to), times(onsets, from, to), toleranceSeconds);
    }

    private long[] times(int[] at, int from, int to) {
        return Arrays.stream(at)
                .filter(i -> i >= from && i < to)
                .mapToLong(rows::nanos)
                .toArray();
    }

    /** The threshold of the best harmonic mean of precision and recall in [from, to). */
    double best(double[] scores, int[] onsets, int from, int to) {
        double[] sorted = Arrays.stream(scores, from, to)
                .filter(each -> each > 0)
                .sorted()
                .toArray();
        double best = Double.POSITIVE_INFINITY;
        double most = 0;
        double last = Double.NaN;
        for (int i = 0; i < CANDIDATES && sorted.length > 0; i++) {
            // Thinning out towards the top, where the alarms are.
            double share = 1 - Math.pow(2, -12.0 * i / CANDIDATES);
            double threshold = sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length))];
            if (threshold == last) {
                continue;
            }
            last = threshold;
            double f1 = judge(of(scores, threshold, from, to), onsets, from, to).f1();
            if (f1 > most) {
                most = f1;
                best = threshold;
            }
        }
        return best;
    }
}
