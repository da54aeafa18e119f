package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.record.FindingRecord;

/** Gaps: how many of its usual periods a sample came after the one before. The values do not matter. */
public final class GapStatistic implements Statistic {
    private static final int WINDOW = 64;
    private static final int LEARNING = 16;
    private static final double LEAST = 3;

    /** So many periods are a gap whatever came before. */
    private static final double LIMIT = 10;

    private final RobustStatistic periods = new RobustStatistic(WINDOW);
    private long lastNanos = Long.MIN_VALUE;

    @Override
    public double next(long nanos, double value, Motion motion) {
        if (lastNanos == Long.MIN_VALUE) {
            lastNanos = nanos;
            return Double.NaN;
        }
        double step = (nanos - lastNanos) * 1e-9;
        lastNanos = nanos;
        double ratio = periods.size() < LEARNING ? Double.NaN : step / periods.median();
        periods.add(step);
        return ratio;
    }

    @Override
    public FindingRecord.Kind kind() {
        return FindingRecord.Kind.GAP;
    }

    @Override
    public String name() {
        return "gap";
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
    public double limit() {
        return LIMIT;
    }

    @Override
    public String parameters() {
        return "window " + WINDOW + ", limit " + LIMIT + " periods";
    }

    @Override
    public void interrupt() {
        lastNanos = Long.MIN_VALUE;
    }

    @Override
    public void save(CanonicalOutput out) {
        periods.save(out);
        out.putLong(lastNanos);
    }

    @Override
    public void restore(CanonicalInput in) {
        periods.restore(in);
        lastNanos = in.getLong();
    }
}
