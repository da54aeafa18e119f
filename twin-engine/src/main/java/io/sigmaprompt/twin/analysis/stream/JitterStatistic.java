package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.record.FindingRecord;

/**
 * Jitter: the robust standard deviation of the last times between samples, in usual periods. The values do not matter,
 * and single gaps neither.
 */
public final class JitterStatistic implements Statistic {
    private static final int SHORT = 32;
    private static final int LONG = 256;
    private static final double LEAST = 0.5;

    private final RobustStatistic recent = new RobustStatistic(SHORT);
    private final RobustStatistic usual = new RobustStatistic(LONG);
    private long lastNanos = Long.MIN_VALUE;

    @Override
    public double next(long nanos, double value, Motion motion) {
        if (lastNanos == Long.MIN_VALUE) {
            lastNanos = nanos;
            return Double.NaN;
        }
        double step = (nanos - lastNanos) * 1e-9;
        lastNanos = nanos;
        recent.add(step);
        usual.add(step);
        return usual.size() < SHORT ? Double.NaN : recent.deviation() / usual.median();
    }

    @Override
    public FindingRecord.Kind kind() {
        return FindingRecord.Kind.JITTER;
    }

    @Override
    public String name() {
        return "jitter";
    }

    @Override
    public String unit() {
        return "periods";
    }

    @Override
    public double least() {
        return LEAST;
    }

    @Override
    public String parameters() {
        return "window " + SHORT;
    }

    @Override
    public void interrupt() {
        recent.forget();
        lastNanos = Long.MIN_VALUE;
    }

    @Override
    public void save(CanonicalOutput out) {
        recent.save(out);
        usual.save(out);
        out.putLong(lastNanos);
    }

    @Override
    public void restore(CanonicalInput in) {
        recent.restore(in);
        usual.restore(in);
        lastNanos = in.getLong();
    }
}
