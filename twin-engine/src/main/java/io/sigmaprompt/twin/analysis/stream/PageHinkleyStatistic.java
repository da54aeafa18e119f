package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.Locale;

/**
 * Shifts of level by the test of Page and Hinkley (Hinkley, Biometrika 1971; for streams Gama et al., ACM Computing
 * Surveys 2014, section 3.2): the distance of the cumulative sum of deviations from its extremes so far. The mean it
 * deviates from is the signal's own and fades, and deviations are measured in robust standard deviations of the recent
 * past, so that it follows slow change and finds what is faster than it follows.
 */
public final class PageHinkleyStatistic implements Statistic {
    private static final double ALLOWANCE = 0.25;
    private static final double LEAST = 20;
    private static final double CLIP = 4;
    private static final double GREATEST = 400;

    /** Values that weigh fully in the mean. */
    private static final int MEMORY = 500;

    private static final int WINDOW = 128;
    private static final int EVERY = 4;
    private static final int LEARNING = 100;

    private final double floor;
    private final Baseline usual = new Baseline(WINDOW, EVERY, LEARNING);
    private double mean;
    private int seen;
    private double above;
    private double below;

    /**
     * A statistic that has seen nothing.
     *
     * @param floor standard deviation, in the signal's unit, below which none is believed
     */
    public PageHinkleyStatistic(double floor) {
        this.floor = floor;
    }

    @Override
    public double next(long nanos, double value, Motion motion) {
        double sum = Double.NaN;
        if (usual.known()) {
            double deviation = Math.max(usual.deviation(), Math.max(floor, 1e-9 * Math.abs(mean)));
            double z = deviation > 0 ? Math.clamp((value - mean) / deviation, -CLIP, CLIP) : 0;
            above = Math.clamp(above + z - ALLOWANCE, 0, GREATEST);
            below = Math.clamp(below - z - ALLOWANCE, 0, GREATEST);
            sum = Math.max(above, below);
        }
        seen = Math.min(seen + 1, MEMORY);
        mean += (value - mean) / seen;
        usual.add(value);
        return sum;
    }

    @Override
    public FindingRecord.Kind kind() {
        return FindingRecord.Kind.SHIFT;
    }

    @Override
    public String name() {
        return "page-hinkley";
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
        return String.format(Locale.ROOT, "allowance %g σ, memory %d, floor %g", ALLOWANCE, MEMORY, floor);
    }

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
        seen = 0;
        mean = 0;
    }

    @Override
    public void save(CanonicalOutput out) {
        usual.save(out);
        out.putDouble(mean);
        out.putInt(seen);
        out.putDouble(above);
        out.putDouble(below);
    }

    @Override
    public void restore(CanonicalInput in) {
        usual.restore(in);
        mean = in.getDouble();
        seen = in.getInt();
        above = in.getDouble();
        below = in.getDouble();
    }
}
