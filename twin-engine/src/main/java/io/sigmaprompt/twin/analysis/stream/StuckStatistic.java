package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.Locale;

/**
 * Stuck sensors: how long a signal has repeated the same value to the bit while what it measures is known to move. A
 * coarse sensor that moves slowly repeats itself too; its past tells how long.
 */
public final class StuckStatistic implements Statistic {
    private static final double LEAST_SECONDS = 0.1;

    /** No sensor worth the name is so coarse. */
    private static final double LIMIT_SECONDS = 0.5;

    private double last = Double.NaN;
    private long lastNanos;
    private double seconds;

    @Override
    public double next(long nanos, double value, Motion motion) {
        boolean repeats = Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits(last);
        double step = (nanos - lastNanos) * 1e-9;
        last = value;
        lastNanos = nanos;
        if (!repeats || motion != Motion.MOVES) {
            seconds = 0;
            return motion == Motion.MOVES ? 0 : Double.NaN;
        }
        seconds += step;
        return seconds;
    }

    @Override
    public FindingRecord.Kind kind() {
        return FindingRecord.Kind.STUCK;
    }

    @Override
    public String name() {
        return "repetition";
    }

    @Override
    public String unit() {
        return "s";
    }

    @Override
    public double least() {
        return LEAST_SECONDS;
    }

    @Override
    public double limit() {
        return LIMIT_SECONDS;
    }

    @Override
    public String parameters() {
        return String.format(Locale.ROOT, "least %g s, limit %g s", LEAST_SECONDS, LIMIT_SECONDS);
    }

    @Override
    public void interrupt() {
        last = Double.NaN;
        seconds = 0;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDouble(last);
        out.putLong(lastNanos);
        out.putDouble(seconds);
    }

    @Override
    public void restore(CanonicalInput in) {
        last = in.getDouble();
        lastNanos = in.getLong();
        seconds = in.getDouble();
    }
}
