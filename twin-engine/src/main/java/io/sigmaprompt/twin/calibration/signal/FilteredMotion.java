package io.sigmaprompt.twin.calibration.signal;

import io.sigmaprompt.physics.model.BadInputException;
import java.util.Arrays;

/**
 * A log at even steps, without noise above a cut-off and without delay, and with its derivatives by central differences
 * (Gautier, Dynamic identification of robots with power model, ICRA 1997, section 5). Position and effort go through the
 * same filter, so that what the filter takes is missing on both sides of the regression.
 */
public final class FilteredMotion {
    /** A silence of more than this many steps is no motion that could be told. */
    private static final int LONGEST_SILENCE = 5;

    /** Times the cut-off: what stops and starts again within a filter's reach shows only above it. */
    private static final double QUICK = 5;

    private static final double QUICKEST = 0.2;

    private final double step;
    private final double cutoff;
    private final double[][] position;
    private final double[][] velocity;
    private final double[][] acceleration;
    private final double[][] quickVelocity;
    private final double[][] effort;
    private final double[][] rawEffort;
    private final double[] positionNoise;
    private final boolean[] usable;

    /**
     * Filters a log.
     *
     * @param cutoff hertz
     * @throws BadInputException if the log's rate is too low for the cut-off
     */
    public FilteredMotion(JointLog log, double cutoff) {
        long[] t = log.nanos();
        step = medianStep(t);
        this.cutoff = cutoff;
        double rate = 1 / step;
        if (!(cutoff > 0 && cutoff < 0.45 * rate)) {
            throw new BadInputException(
                    "--cutoff",
                    String.format(
                            "expected a frequency between zero and 0.45 of the log's rate of %.4g Hz, found %.4g Hz",
                            rate, cutoff),
                    cutoff > 0 ? "Choose a lower one, or record faster." : "Choose one in between; 5 Hz is usual.");
        }
        int count = (int) Math.floor((t[t.length - 1] - t[0]) * 1e-9 / step + 1e-6) + 1;
        int n = log.joints().size();
        usable = new boolean[count];
        Arrays.fill(usable, true);
        double[][] even = new double[n][];
        position = new double[n][];
        velocity = new double[n][];
        acceleration = new double[n][];
        quickVelocity = new double[n][];
        effort = new double[n][];
        rawEffort = new double[n][];
        positionNoise = new double[n];
        ZeroPhaseFilter filter = new ZeroPhaseFilter(cutoff, rate);
        double quick = Math.max(cutoff, Math.min(QUICK * cutoff, QUICKEST * rate));
        ZeroPhaseFilter quickFilter = new ZeroPhaseFilter(quick, rate);
        for (int j = 0; j < n; j++) {
            even[j] = resample(t, log.position()[j], count);
            rawEffort[j] = resample(t, log.effort()[j], count);
            position[j] = filter.apply(even[j]);
            effort[j] = filter.apply(rawEffort[j]);
            velocity[j] = difference(position[j]);
            acceleration[j] = difference(velocity[j]);
            double sum = 0;
            for (int i = 0; i < count; i++) {
                double noise = even[j][i] - position[j][i];
                sum += noise * noise;
            }
            positionNoise[j] = Math.sqrt(sum / count);
            quickVelocity[j] = difference(quickFilter.apply(even[j]));
        }
        markSilences(t);
        // What the filter had to invent at the ends is no measurement.
        int edge = Math.min(count / 20, (int) Math.ceil(2 * rate / cutoff));
        Arrays.fill(usable, 0, edge, false);
        Arrays.fill(usable, count - edge, count, false);
    }

    private static double medianStep(long[] t) {
        long[] steps = new long[t.length - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = t[i + 1] - t[i];
        }
        Arrays.sort(steps);
        return steps[steps.length / 2] * 1e-9;
    }

    private double[] resample(long[] t, double[] values, int count) {
        double[] out = new double[count];
        int k = 0;
        for (int i = 0; i < count; i++) {
            double at = i * step;
            while (k + 2 < t.length && (t[k + 1] - t[0]) * 1e-9 <= at) {
                k++;
            }
            double from = (t[k] - t[0]) * 1e-9;
            double share = (at - from) / ((t[k + 1] - t[k]) * 1e-9);
            share = Math.max(0, Math.min(1, share));
            out[i] = values[k] + share * (values[k + 1] - values[k]);
        }
        return out;
    }

    private void markSilences(long[] t) {
        double reach = 0.5 / cutoff;
        for (int k = 0; k + 1 < t.length; k++) {
            double from = (t[k] - t[0]) * 1e-9;
            double to = (t[k + 1] - t[0]) * 1e-9;
            if (to - from > LONGEST_SILENCE * step) {
                int first = Math.max(0, (int) ((from - reach) / step));
                int last = Math.min(usable.length, (int) ((to + reach) / step) + 1);
                Arrays.fill(usable, first, last, false);
            }
        }
    }

    private double[] difference(double[] x) {
        int n = x.length;
        double[] out = new double[n];
        for (int i = 1; i + 1 < n; i++) {
            out[i] = (x[i + 1] - x[i - 1]) / (2 * step);
        }
        out[0] = out[1];
        out[n - 1] = out[n - 2];
        return out;
    }

    /** How many even steps there are. */
    public int count() {
        return usable.length;
    }

    /** Seconds between them. */
    public double step() {
        return step;
    }

    /** Where noise ends and motion begins, hertz. */
    public double cutoff() {
        return cutoff;
    }

    /** Whether a sample is measured, and no guess across a silence or at an end. */
    public boolean usable(int sample) {
        return usable[sample];
    }

    /** Filtered position of a joint at all steps. Live. */
    public double[] position(int joint) {
        return position[joint];
    }

    /** Its first derivative. Live. */
    public double[] velocity(int joint) {
        return velocity[joint];
    }

    /** Its first derivative with a wider band, in which a joint is seen to stick and to start. Live. */
    public double[] quickVelocity(int joint) {
        return quickVelocity[joint];
    }

    /** Its second derivative. Live. */
    public double[] acceleration(int joint) {
        return acceleration[joint];
    }

    /** Filtered effort of a joint. Live. */
    public double[] effort(int joint) {
        return effort[joint];
    }

    /** Effort as it was measured. Live. */
    public double[] rawEffort(int joint) {
        return rawEffort[joint];
    }

    /** Root mean square of what the filter took from a joint's position. */
    public double positionNoise(int joint) {
        return positionNoise[joint];
    }
}
