package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.Locale;

/**
 * Shifts of level: the greater of the two cumulative sums (Page, Biometrika 1954; Montgomery, Introduction to
 * Statistical Quality Control, 2013, section 9.1) of what a signal exceeds its usual level by, in robust standard
 * deviations, less an allowance. A single value counts for no more than a few deviations, since a spike is no shift.
 */
public final class CusumStatistic implements Statistic {
    private static final double ALLOWANCE = 0.5;
    private static final double LEAST = 12;

    /** Standard deviations that a single value counts for at most. */
    private static final double CLIP = 4;

    /** The sums grow no further, so that they come back in time. */
    private static final double GREATEST = 400;

    private static final int WINDOW = 256;
    private static final int EVERY = 8;
    private static final int LEARNING = 200;

    private final double floor;
    private final boolean adapts;
    private final Baseline usual = new Baseline(WINDOW, EVERY, LEARNING);
    private double above;
    private double below;

    /**
     * A statistic that has seen nothing.
     *
     * @param floor standard deviation, in the signal's unit, below which none is believed
     * @param adapts whether a new level becomes the usual one in time
     */
    public CusumStatistic(double floor, boolean adapts) {
        this.floor = floor;
        this.adapts = adapts;
    }

    @Override
    public double next(long nanos, double value, Motion motion) {
        double sum = Double.NaN;
        if (usual.known()) {
            double least = Math.max(floor, 1e-9 * Math.abs(usual.median()));
            double deviation = Math.max(usual.deviation(), least);
            double z = deviation > 0 ? Math.clamp((value - usual.median()) / deviation, -CLIP, CLIP) : 0;
            above = Math.clamp(above + z - ALLOWANCE, 0, GREATEST);
            below = Math.clamp(below - z - ALLOWANCE, 0, GREATEST);
            sum = Math.max(above, below);
        }
        if (adapts || !(sum >= LEAST)) {
            usual.add(value);
        }
        return sum;
    }

    @Override
    public FindingRecord.Kind kind() {
        return FindingRecord.Kind.SHIFT;
    }

    @Override
    public String name() {
        return "cusum";
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
        return String.format(
                Locale.ROOT, "allowance %g σ, clip %g σ, window %d, floor %g", ALLOWANCE, CLIP, WINDOW * EVERY, floor);
    }

    /** What was summed up in one phase says nothing about another. */
    @Override
    public void enter(int phase) {
        usual.enter(phase);
        interrupt();
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
        above = 0;
        below = 0;
    }

    @Override
    public void save(CanonicalOutput out) {
        usual.save(out);
        out.putDouble(above);
        out.putDouble(below);
    }

    @Override
    public void restore(CanonicalInput in) {
        usual.restore(in);
        above = in.getDouble();
        below = in.getDouble();
    }
}
