package io.sigmaprompt.twin.analysis.watch;

import io.sigmaprompt.twin.analysis.stream.RobustStatistic;

/**
 * What is normal for a signal in one phase, in numbers for people, in the signal's unit.
 *
 * @param samples how many values it rests on
 * @param median robust location
 * @param deviation robust standard deviation
 * @param low value that one in a hundred lies below
 * @param high value that one in a hundred lies above
 * @param rate slope, unit/s, that one in a hundred is steeper than
 */
public record PhaseSummary(int samples, double median, double deviation, double low, double high, double rate) {
    private static final double TAIL = 0.01;

    /** Sums up what was learnt. */
    public static PhaseSummary of(PhaseNormal normal) {
        RobustStatistic values = filled(normal.values());
        RobustStatistic slopes = filled(normal.slopes());
        return new PhaseSummary(
                values.size(),
                values.median(),
                values.deviation(),
                values.quantile(TAIL),
                values.quantile(1 - TAIL),
                slopes.quantile(1 - TAIL));
    }

    private static RobustStatistic filled(double[] values) {
        RobustStatistic statistic = new RobustStatistic(Math.max(values.length, 1));
        for (double value : values) {
            statistic.add(value);
        }
        return statistic;
    }
}
