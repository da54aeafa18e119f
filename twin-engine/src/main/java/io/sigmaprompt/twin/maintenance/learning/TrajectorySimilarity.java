package io.sigmaprompt.twin.maintenance.learning;

import java.util.List;

/**
 * Remaining life from machines that once looked alike (Wang, Yu, Siegel, Lee, PHM 2008): the last stretch of the health
 * index is laid over every place of every known life; each place votes for the life that was left there, with a weight
 * that falls with the squared distance.
 */
final class TrajectorySimilarity {
    private static final int STRETCH = 50;
    private static final int STEP = 5;
    private static final int SMOOTHING = 9;

    /** How sharply weights fall: they are exp(-SHARP d²/(2 s²)), s² the variance of the smoothed index of new machines. */
    private static final double SHARP = 4;

    private static final double FORGOTTEN = 30;

    private final List<double[]> known;
    private final int cap;
    private final double variance;

    /**
     * Known lives.
     *
     * @param known the health index of each machine up to its failure
     * @param cap the greatest remaining life that is told
     */
    TrajectorySimilarity(List<double[]> known, int cap) {
        this.known =
                known.stream().map(each -> Smoothing.trailing(each, SMOOTHING)).toList();
        this.cap = cap;
        double sum = 0;
        for (double[] each : known) {
            double scatter = Smoothing.deviation(each, 0, Math.min(each.length, STRETCH));
            sum += scatter * scatter;
        }
        variance = Math.max(sum / known.size() / SMOOTHING, 1e-9);
    }

    /** A health index as this class compares it. */
    static double[] smooth(double[] health) {
        return Smoothing.trailing(health, SMOOTHING);
    }

    /** Remaining life at a row of a smoothed health index. */
    double at(double[] smooth, int row) {
        int points = Math.min(STRETCH, row + 1) / STEP;
        points = Math.max(points, 1);
        double weights = 0;
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        // Weights are kept relative to the nearest place so far, or all could vanish.
        for (double[] life : known) {
            for (int end = (points - 1) * STEP; end < life.length; end += 2) {
                double distance = 0;
                for (int p = 0; p < points; p++) {
                    double d = smooth[row - p * STEP] - life[end - p * STEP];
                    distance += d * d;
                }
                distance /= points * 2 * variance;
                if (distance < least) {
                    double shrink = least == Double.POSITIVE_INFINITY ? 0 : StrictMath.exp((distance - least) * SHARP);
                    weights *= shrink;
                    sum *= shrink;
                    least = distance;
                }
                if ((distance - least) * SHARP < FORGOTTEN) {
                    double weight = StrictMath.exp((least - distance) * SHARP);
                    weights += weight;
                    sum += weight * Math.min(cap, life.length - 1 - end);
                }
            }
        }
        return weights == 0 ? cap : sum / weights;
    }
}
