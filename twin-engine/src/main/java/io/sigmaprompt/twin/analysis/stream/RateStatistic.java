package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.Arrays;
import java.util.Locale;

/**
 * How fast a signal changes: the size of the median of its last slopes, so that no single sample decides it (the median
 * slope of Theil and Sen, taken of neighbours only). Held against a limit where one is known, and else against its past.
 */
public final class RateStatistic implements Statistic {
    private static final int SLOPES = 5;

    /** Share beyond a limit that noise may reach. */
    private static final double TOLERANCE = 0.05;

    private final double limit;
    private final double[] slopes = new double[SLOPES];
    private final double[] sorted = new double[SLOPES];
    private int size;
    private int next;
    private double last = Double.NaN;
    private long lastNanos;

    /**
     * A statistic that has seen nothing.
     *
     * @param limit the fastest change that is right, unit/s, or infinite where only the past tells
     */
    public RateStatistic(double limit) {
        this.limit = limit * (1 + TOLERANCE);
    }

    @Override
    public double next(long nanos, double value, Motion motion) {
        if (!Double.isNaN(last)) {
            slopes[next] = (value - last) / ((nanos - lastNanos) * 1e-9);
            next = (next + 1) % SLOPES;
            size = Math.min(size + 1, SLOPES);
        }
        last = value;
        lastNanos = nanos;
        if (size < SLOPES) {
            return Double.NaN;
        }
        System.arraycopy(slopes, 0, sorted, 0, SLOPES);
        Arrays.sort(sorted);
        return Math.abs(sorted[SLOPES / 2]);
    }

    @Override
    public FindingRecord.Kind kind() {
        return FindingRecord.Kind.RATE;
    }

    @Override
    public String name() {
        return "median-slope";
    }

    @Override
    public String unit() {
        return "/s";
    }

    @Override
    public double least() {
        return Double.isInfinite(limit) ? 0 : limit;
    }

    @Override
    public double limit() {
        return limit;
    }

    @Override
    public String parameters() {
        return Double.isInfinite(limit)
                ? "slopes " + SLOPES
                : String.format(Locale.ROOT, "slopes %d, limit %g", SLOPES, limit);
    }

    @Override
    public void interrupt() {
        size = 0;
        next = 0;
        last = Double.NaN;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(slopes);
        out.putInt(size);
        out.putInt(next);
        out.putDouble(last);
        out.putLong(lastNanos);
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(slopes);
        size = in.getInt();
        next = in.getInt();
        last = in.getDouble();
        lastNanos = in.getLong();
    }
}
