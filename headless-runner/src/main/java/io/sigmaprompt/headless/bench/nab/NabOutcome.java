package io.sigmaprompt.headless.bench.nab;

import java.util.List;

/**
 * What a detector earns under a profile.
 *
 * @param threshold from which score on it detects; above 1 where nothing pays
 * @param raw the sum over all series
 * @param score the same between nothing detected, 0, and everything at once, 100
 * @param series in the corpus' order
 */
public record NabOutcome(NabProfile profile, double threshold, double raw, double score, List<OfSeries> series) {
    /**
     * What it earns in one series.
     *
     * @param found windows with a detection
     * @param missed windows without
     * @param falseAlarms rows outside any window in which it detects
     * @param detections the rows that count: the first in each window, and all outside
     */
    public record OfSeries(
            NabSeries series, double raw, int found, int missed, int falseAlarms, List<Integer> detections) {}

    public int found() {
        return series.stream().mapToInt(OfSeries::found).sum();
    }

    public int missed() {
        return series.stream().mapToInt(OfSeries::missed).sum();
    }

    public int falseAlarms() {
        return series.stream().mapToInt(OfSeries::falseAlarms).sum();
    }
}
