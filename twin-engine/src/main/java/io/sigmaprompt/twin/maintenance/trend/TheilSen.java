package io.sigmaprompt.twin.maintenance.trend;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A line through readings that up to 29 % of them cannot spoil: the slope is the median of all pairs' slopes (Sen,
 * "Estimates of the regression coefficient based on Kendall's tau", JASA 63, 1968).
 *
 * @param slope a unit of use
 * @param intercept at use 0
 * @param slopeLow lower end of the slope's interval
 * @param slopeHigh its upper end
 * @param certainty how surely there is a trend at all, 1 less the two-sided probability of Mann and Kendall's test
 * @param scatter robust standard deviation around the line (1.4826 times the median distance)
 */
public record TheilSen(
        double slope, double intercept, double slopeLow, double slopeHigh, double certainty, double scatter) {
    private static final double OUTLIER = 4.5;
    private static final double TO_DEVIATION = 1.4826;

    /**
     * The line.
     *
     * @param series at least three readings
     * @param coverage of the slope's interval
     */
    public static TheilSen of(DegradationSeries series, double coverage) {
        double[] use = series.use();
        double[] value = series.value();
        int n = use.length;
        if (n < 3) {
            throw new IllegalArgumentException("expected at least 3 readings, found " + n);
        }
        double[] slopes = new double[n * (n - 1) / 2];
        int at = 0;
        long sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[at++] = (value[j] - value[i]) / (use[j] - use[i]);
                sum += (int) Math.signum(value[j] - value[i]);
            }
        }
        Arrays.sort(slopes);
        double slope = median(slopes);
        double[] offsets = IntStream.range(0, n)
                .mapToDouble(i -> value[i] - slope * use[i])
                .sorted()
                .toArray();
        double intercept = median(offsets);
        double[] distances = Arrays.stream(offsets)
                .map(each -> Math.abs(each - intercept))
                .sorted()
                .toArray();
        double deviation = Math.sqrt(n * (n - 1.0) * (2.0 * n + 5) / 18);
        double z = Math.max(0, Math.abs(sum) - 1) / deviation;
        double half = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + coverage) / 2) * deviation;
        int low = (int) Math.floor((slopes.length - half) / 2);
        int high = (int) Math.ceil((slopes.length + half) / 2);
        return new TheilSen(
                slope,
                intercept,
                slopes[Math.max(0, low)],
                slopes[Math.min(slopes.length - 1, high)],
                1 - 2 * Normal.below(-z),
                TO_DEVIATION * median(distances));
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    public double at(double use) {
        return intercept + slope * use;
    }

    /** The readings without those far from the line, which are some other event's. */
    public DegradationSeries without(DegradationSeries series) {
        int[] kept = IntStream.range(0, series.size())
                .filter(i -> Math.abs(series.value()[i] - at(series.use()[i])) <= OUTLIER * scatter || scatter == 0)
                .toArray();
        return new DegradationSeries(
                Arrays.stream(kept).mapToDouble(i -> series.use()[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> series.value()[i]).toArray());
    }
}
