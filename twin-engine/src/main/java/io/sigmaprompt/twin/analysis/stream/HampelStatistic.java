package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.Locale;

/**
 * Spikes: how many robust standard deviations a sample lies from where it should be (the Hampel identifier: Hampel, JASA
 * 1974; Davies, Gather, JASA 1993), over the samples before it only. Where it should be is asked three ways, and the
 * kindest answer counts: the window's median, the sample before, and the line through the two before. So neither a fast
 * but smooth motion is a spike, nor the way back from one.
 */
public final class HampelStatistic implements Statistic {
    private static final int WINDOW = 64;

    /** So many samples must have been seen before any is judged. */
    private static final int LEARNING = 32;

    private static final double LEAST = 8;

    /** Share of a value's size that rounding may take. */
    private static final double ROUNDING = 1e-9;

    private final double floor;
    private final RobustStatistic level = new RobustStatistic(WINDOW);
    private final RobustStatistic step = new RobustStatistic(WINDOW);
    private final RobustStatistic bend = new RobustStatistic(WINDOW);
    private double last = Double.NaN;
    private double before = Double.NaN;

    /**
     * A statistic that has seen nothing.
     *
     * @param floor standard deviation, in the signal's unit, below which none is believed
     */
    public HampelStatistic(double floor) {
        this.floor = floor;
    }

    @Override
    public double next(long nanos, double value, Motion motion) {
        double least = floor + ROUNDING * Math.abs(value);
        double result = Double.NaN;
        if (bend.size() >= LEARNING) {
            double fromLevel = Math.abs(value - level.median()) / Math.max(level.deviation(), least);
            double fromLast = Math.abs(value - last - step.median()) / Math.max(step.deviation(), least);
            double fromLine = Math.abs(value - 2 * last + before - bend.median()) / Math.max(bend.deviation(), least);
            result = Math.min(fromLevel, Math.min(fromLast, fromLine));
        }
        level.add(value);
        if (!Double.isNaN(last)) {
            step.add(value - last);
        }
        if (!Double.isNaN(before)) {
            bend.add(value - 2 * last + before);
        }
        before = last;
        last = value;
        return result;
    }

    @Override
    public FindingRecord.Kind kind() {
        return FindingRecord.Kind.SPIKE;
    }

    @Override
    public String name() {
        return "hampel";
    }

    @Override
    public String unit() {
        return "σ";
    }

    @Override
    public double least() {
        return LEAST;
    }

    @Override
    public String parameters() {
        return String.format(Locale.ROOT, "window %d, floor %g", WINDOW, floor);
    }

    @Override
    public void interrupt() {
        level.forget();
        step.forget();
        bend.forget();
        last = Double.NaN;
        before = Double.NaN;
    }

    @Override
    public void save(CanonicalOutput out) {
        level.save(out);
        step.save(out);
        bend.save(out);
        out.putDouble(last);
        out.putDouble(before);
    }

    @Override
    public void restore(CanonicalInput in) {
        level.restore(in);
        step.restore(in);
        bend.restore(in);
        last = in.getDouble();
        before = in.getDouble();
    }
}
