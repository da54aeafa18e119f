package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.Arrays;
import java.util.Locale;

/**
 * Rhythms that come, go or change: how far the energy of any octave of frequency, in decibels, is from what it is as a
 * rule, in robust standard deviations, block by block. Samples are taken to come evenly.
 */
public final class PeriodicityStatistic implements Statistic {
    private static final int WINDOW = 64;
    private static final int LEARNING = 20;
    private static final double LEAST = 8;

    /** Decibels of deviation below which none is believed: a block of noise alone varies by so much. */
    private static final double LEAST_DEVIATION = 1;

    private static final double DECIBELS = 10 / StrictMath.log(10);

    private final double floor;
    private final double[] block = new double[BandEnergy.BLOCK];
    private final double[] energy = new double[BandEnergy.BANDS];
    private final BandEnergy spectrum = new BandEnergy();
    private final Baseline[] usual = new Baseline[BandEnergy.BANDS];
    private int filled;
    private double value = Double.NaN;

    /**
     * A statistic that has seen nothing.
     *
     * @param floor standard deviation, in the signal's unit, of what is no rhythm
     */
    public PeriodicityStatistic(double floor) {
        this.floor = floor;
        for (int b = 0; b < usual.length; b++) {
            usual[b] = new Baseline(WINDOW, 1, LEARNING);
        }
    }

    @Override
    public double next(long nanos, double sample, Motion motion) {
        block[filled++] = sample;
        if (filled == block.length) {
            filled = 0;
            judge();
        }
        return value;
    }

    private void judge() {
        spectrum.compute(block, energy);
        double worst = 0;
        boolean known = true;
        for (int b = 0; b < energy.length; b++) {
            // Noise of that deviation has so much energy in a band: an octave holds twice what the one below does.
            double quiet = floor * floor * (0.375 / BandEnergy.BLOCK) * (2 << b) + Double.MIN_NORMAL;
            double level = DECIBELS * StrictMath.log(Math.max(energy[b], quiet));
            Baseline rule = usual[b];
            known &= rule.known();
            worst = Math.max(worst, Math.abs(level - rule.median()) / Math.max(rule.deviation(), LEAST_DEVIATION));
            rule.add(level);
        }
        value = known ? worst : Double.NaN;
    }

    @Override
    public FindingRecord.Kind kind() {
        return FindingRecord.Kind.PERIODICITY;
    }

    @Override
    public String name() {
        return "band-energy";
    }

    @Override
    public String unit() {
        return "σ";
    }

    @Override
    public double least() {
        return LEAST;
    }

    /** Only once a block there is something new. */
    @Override
    public double weight() {
        return 1.0 / BandEnergy.BLOCK;
    }

    @Override
    public String parameters() {
        return String.format(Locale.ROOT, "block %d, octaves %d, floor %g", BandEnergy.BLOCK, BandEnergy.BANDS, floor);
    }

    @Override
    public void enter(int phase) {
        for (Baseline rule : usual) {
            rule.enter(phase);
        }
        interrupt();
    }

    /** Levels of the octaves, in decibels, block by block, one octave after the other. */
    @Override
    public double[] normal(int phase) {
        int blocks = usual[0].values(phase).length;
        double[] levels = new double[blocks * usual.length];
        for (int b = 0; b < usual.length; b++) {
            System.arraycopy(usual[b].values(phase), 0, levels, b * blocks, blocks);
        }
        return levels;
    }

    @Override
    public void startFrom(int phase, double[] normal) {
        int blocks = normal.length / usual.length;
        for (int b = 0; b < usual.length; b++) {
            usual[b].startFrom(phase, Arrays.copyOfRange(normal, b * blocks, (b + 1) * blocks));
        }
    }

    @Override
    public void interrupt() {
        filled = 0;
        value = Double.NaN;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putInt(filled);
        for (int i = 0; i < filled; i++) {
            out.putDouble(block[i]);
        }
        for (Baseline rule : usual) {
            rule.save(out);
        }
        out.putDouble(value);
    }

    @Override
    public void restore(CanonicalInput in) {
        filled = in.getInt();
        for (int i = 0; i < filled; i++) {
            block[i] = in.getDouble();
        }
        for (Baseline rule : usual) {
            rule.restore(in);
        }
        value = in.getDouble();
    }
}
