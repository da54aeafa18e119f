package io.sigmaprompt.twin.maintenance.advice;

import io.sigmaprompt.twin.maintenance.advice.MaintenanceLimits.Limit;
import io.sigmaprompt.twin.maintenance.trend.DegradationSeries;
import io.sigmaprompt.twin.maintenance.trend.GammaProcess;
import io.sigmaprompt.twin.maintenance.trend.LifeForecast;
import io.sigmaprompt.twin.maintenance.trend.TheilSen;
import io.sigmaprompt.twin.maintenance.trend.WienerProcess;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Fits a course to readings: what was healthy, what is now, where that leads and when it reaches a limit. */
final class CourseFit {
    /** How likely it is that the limit is reached within what is told. */
    static final double COVERAGE = 0.8;

    /** Fewer readings have no trend. */
    private static final int LEAST_READINGS = 3;

    /** A reading this many deviations from the line is another event's. */
    private static final double OUTLIER = 4.5;

    private final String joint;
    private final Aspect aspect;
    private final List<Reading> readings;
    private final DegradationSeries series;

    CourseFit(String joint, Aspect aspect, List<Reading> readings) {
        this.joint = joint;
        this.aspect = aspect;
        this.readings = readings;
        series = new DegradationSeries(
                readings.stream().mapToDouble(Reading::use).toArray(),
                readings.stream().mapToDouble(Reading::value).toArray());
    }

    IndicatorCourse fit(String unit, @Nullable Limit rule, int healthySessions, String note) {
        int n = series.size();
        if (n < LEAST_READINGS) {
            double last = n == 0 ? Double.NaN : series.value()[n - 1];
            return course(unit, Double.NaN, last, Double.NaN, Double.NaN, 0, null, note);
        }
        TheilSen trend = TheilSen.of(series, COVERAGE);
        if (aspect.adds()) {
            double limit = rule == null || Double.isInfinite(rule.most()) ? Double.NaN : rule.most();
            double now = series.value()[n - 1];
            return course(unit, 0, now, limit, trend.slope(), trend.certainty(), sum(limit), note);
        }
        double healthy = median(Arrays.copyOf(series.value(), Math.min(n, healthySessions)));
        DegradationSeries clean = recent(clean(trend));
        boolean falls = rule != null && rule.down() && trend.slope() < 0;
        double limit = rule == null ? Double.NaN : limit(healthy, rule, falls);
        double now = level(clean, falls);
        return course(
                unit, healthy, now, limit, trend.slope(), trend.certainty(), left(clean, falls, now, limit), note);
    }

    private IndicatorCourse course(
            String unit,
            double healthy,
            double now,
            double limit,
            double perHour,
            double certainty,
            @Nullable LifeForecast left,
            String note) {
        return new IndicatorCourse(joint, aspect, unit, readings, healthy, now, limit, perHour, certainty, left, note);
    }

    private static double limit(double healthy, Limit rule, boolean falls) {
        if (Double.isNaN(rule.change())) {
            return rule.most();
        }
        double change = Math.max(rule.change() * Math.abs(healthy), rule.least());
        return falls ? healthy - change : Math.min(healthy + change, rule.most());
    }

    /** The readings without those further from the line than they scatter and than they are unsure. */
    private DegradationSeries clean(TheilSen trend) {
        int[] kept = IntStream.range(0, readings.size())
                .filter(i -> Math.abs(readings.get(i).value()
                                - trend.at(readings.get(i).use()))
                        <= OUTLIER * Math.max(trend.scatter(), readings.get(i).deviation()))
                .toArray();
        return new DegradationSeries(
                Arrays.stream(kept).mapToDouble(i -> series.use()[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> series.value()[i]).toArray());
    }

    /** A reading or two far from the line are some other event's; three at the end are how it is since then. */
    private DegradationSeries recent(DegradationSeries clean) {
        int n = series.size();
        double known = clean.size() == 0 ? Double.NEGATIVE_INFINITY : clean.use()[clean.size() - 1];
        if (known >= series.use()[n - LEAST_READINGS]) {
            return clean;
        }
        int from = n - LEAST_READINGS;
        while (from > 0 && series.use()[from - 1] > known) {
            from--;
        }
        return new DegradationSeries(
                Arrays.copyOfRange(series.use(), from, n), Arrays.copyOfRange(series.value(), from, n));
    }

    /** The level without its noise: by the process, or the median of the last readings while there are few. */
    private static double level(DegradationSeries clean, boolean falls) {
        int n = clean.size();
        if (n < WienerProcess.LEAST_READINGS) {
            return median(Arrays.copyOfRange(clean.value(), Math.max(0, n - LEAST_READINGS), n));
        }
        return (falls ? -1 : 1) * WienerProcess.of(turned(clean, falls)).level();
    }

    private static @Nullable LifeForecast left(DegradationSeries clean, boolean falls, double now, double limit) {
        if ((now - limit) * (falls ? -1 : 1) >= 0) {
            return new LifeForecast(0, 0, 0, COVERAGE);
        }
        if (Double.isNaN(limit) || clean.size() < WienerProcess.LEAST_READINGS) {
            return null;
        }
        return WienerProcess.of(turned(clean, falls)).until(falls ? -limit : limit, COVERAGE);
    }

    /** Upside down where it falls, so that wear always rises. */
    private static DegradationSeries turned(DegradationSeries series, boolean falls) {
        return falls
                ? new DegradationSeries(
                        series.use(),
                        Arrays.stream(series.value()).map(each -> -each).toArray())
                : series;
    }

    /** What sums up never heals. */
    private @Nullable LifeForecast sum(double limit) {
        int n = series.size();
        boolean rises = series.value()[n - 1] > series.value()[0];
        return Double.isNaN(limit) || n < WienerProcess.LEAST_READINGS || !rises
                ? null
                : GammaProcess.of(series).until(limit, COVERAGE);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
