package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.Arrays;

/**
 * Flat lines: how many times less a signal varies than it does as a rule, by its total variation (the sum of the sizes
 * of its steps) over a short window. Nothing is told while what it measures is known to rest.
 */
public final class FlatLineStatistic implements Statistic {
    private static final int WINDOW = 32;
    private static final int BASELINE = 128;
    private static final int EVERY = 16;
    private static final int LEARNING = 64;
    private static final double LEAST = 20;

    /** A line that does not vary at all. */
    private static final double FLAT = 4096;

    private final double[] steps = new double[WINDOW];
    private final Baseline usual = new Baseline(BASELINE, EVERY, LEARNING);
    private int size;
    private int next;
    private double last = Double.NaN;

    @Override
    public double next(long nanos, double value, Motion motion) {
        if (motion == Motion.RESTS) {
            interrupt();
            return Double.NaN;
        }
        if (!Double.isNaN(last)) {
            steps[next] = Math.abs(value - last);
            next = (next + 1) % WINDOW;
            size = Math.min(size + 1, WINDOW);
        }
        last = value;
        if (size < WINDOW) {
            return Double.NaN;
        }
        double variation = 0;
        for (double step : steps) {
            variation += step;
        }
        double rule = usual.median();
        double ratio =
                !usual.known() || rule == 0 ? Double.NaN : variation > 0 ? Math.min(rule / variation, FLAT) : FLAT;
        if (!(ratio >= LEAST)) {
            usual.add(variation);
        }
        return ratio;
    }

    @Override
    public FindingRecord.Kind kind() {
        return FindingRecord.Kind.FLAT_LINE;
    }

    @Override
    public String name() {
        return "total-variation";
    }

    @Override
    public String unit() {
        return "times less";
    }

    @Override
    public double least() {
        return LEAST;
    }

    @Override
    public String parameters() {
        return "window " + WINDOW;
    }

    @Override
    public void enter(int phase) {
        usual.enter(phase);
    }

    @Override
    public double[] normal(int phase) {
        return usual.values(phase);
    }

    @Override
    public void startFrom(int phase, double[] normal) {
        usual.startFrom(phase, normal);
    }

    @Override
    public void interrupt() {
        size = 0;
        next = 0;
        last = Double.NaN;
        Arrays.fill(steps, 0);
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(steps);
        usual.save(out);
        out.putInt(size);
        out.putInt(next);
        out.putDouble(last);
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(steps);
        usual.restore(in);
        size = in.getInt();
        next = in.getInt();
        last = in.getDouble();
    }
}
