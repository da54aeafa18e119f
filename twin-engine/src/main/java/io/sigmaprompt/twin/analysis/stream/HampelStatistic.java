package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.Locale;

/**
 * Spikes: how many robust standard deviations a sample lies from where it should be (the Hampel identifier: Hampel, JASA
 * 1974; Davies, Gather, JASA 1993), over the samples before it only. Where it should be is the window's median, the
 * sample before, or the line through the two before, whichever was nearest of late: so noise is held against its level,
 * and a fast but smooth motion against its course. It is a spike only once the signal is back, so it is told of a sample
 * or a few late; what stays is a step, or another motion, and none. A spike does not become part of the past (Pearson et
 * al., EURASIP J. Adv. Signal Process. 2016).
 */
public final class HampelStatistic implements Statistic {
    private static final int WINDOW = 64;

    /** Scales change slowly. */
    private static final int EVERY = 8;

    /** So many samples must have been seen before any is judged. */
    private static final int LEARNING = 32;

    private static final double LEAST = 8;

    /** Samples that a spike lasts at most; what lasts longer is a step, or another motion. */
    private static final int LONGEST = 3;

    /** Share of a value's size that rounding may take. */
    private static final double ROUNDING = 1e-9;

    private final double floor;
    private final RobustStatistic level = new RobustStatistic(WINDOW, EVERY);
    private final RobustStatistic step = new RobustStatistic(WINDOW, EVERY);
    private final RobustStatistic bend = new RobustStatistic(WINDOW, EVERY);
    private double last = Double.NaN;
    private double before = Double.NaN;
    private int strange;
    private double peak;

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
        double expected = 2 * last - before + bend.median();
        double scale = Math.max(bend.deviation(), least);
        if (Math.max(step.deviation(), least) < scale) {
            expected = last + step.median();
            scale = Math.max(step.deviation(), least);
        }
        if (Math.max(level.deviation(), least) < scale) {
            expected = level.median();
            scale = Math.max(level.deviation(), least);
        }
        double distance = bend.size() < LEARNING ? Double.NaN : scale > 0 ? Math.abs(value - expected) / scale : 0;
        if (distance > LEAST) {
            return suspect(value, expected, distance);
        }
        double spike = strange > 0 && strange <= LONGEST ? peak : distance;
        strange = 0;
        peak = 0;
        learn(value);
        return spike;
    }

    /** Whether it is a spike will be known once the signal is back, or is not. */
    private double suspect(double value, double expected, double distance) {
        strange++;
        peak = Math.max(peak, distance);
        if (strange > LONGEST) {
            learn(value);
        } else {
            before = last;
            last = expected;
        }
        return Double.NaN;
    }

    private void learn(double value) {
        level.add(value);
        if (!Double.isNaN(last)) {
            step.add(value - last);
        }
        if (!Double.isNaN(before)) {
            bend.add(value - 2 * last + before);
        }
        before = last;
        last = value;
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
        strange = 0;
        peak = 0;
    }

    @Override
    public void save(CanonicalOutput out) {
        level.save(out);
        step.save(out);
        bend.save(out);
        out.putDouble(last);
        out.putDouble(before);
        out.putInt(strange);
        out.putDouble(peak);
    }

    @Override
    public void restore(CanonicalInput in) {
        level.restore(in);
        step.restore(in);
        bend.restore(in);
        last = in.getDouble();
        before = in.getDouble();
        strange = in.getInt();
        peak = in.getDouble();
    }
}
