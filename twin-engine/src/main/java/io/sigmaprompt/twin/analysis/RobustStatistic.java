package io.sigmaprompt.twin.analysis;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.Arrays;

/**
 * Median and scaled median absolute deviation over a running window (Huber, Ronchetti: Robust Statistics, 2009, section
 * 5.1): what a signal usually is, whatever a few of its values are.
 */
final class RobustStatistic implements Restorable {
    /** Makes the median absolute deviation of normal noise its standard deviation. */
    private static final double NORMAL = 1.4826;

    private final double[] window;
    private final double[] sorted;
    private int size;
    private int next;
    private double median;
    private double deviation;

    RobustStatistic(int capacity) {
        window = new double[capacity];
        sorted = new double[capacity];
    }

    void add(double value) {
        window[next] = value;
        next = (next + 1) % window.length;
        size = Math.min(size + 1, window.length);
        System.arraycopy(window, 0, sorted, 0, size);
        median = medianOfSorted();
        for (int i = 0; i < size; i++) {
            sorted[i] = Math.abs(window[i] - median);
        }
        deviation = NORMAL * medianOfSorted();
    }

    private double medianOfSorted() {
        Arrays.sort(sorted, 0, size);
        int half = size / 2;
        return size % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
    }

    int size() {
        return size;
    }

    double median() {
        return median;
    }

    double deviation() {
        return deviation;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putInt(size);
        out.putInt(next);
        out.putDouble(median);
        out.putDouble(deviation);
        for (int i = 0; i < size; i++) {
            out.putDouble(window[i]);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        size = in.getInt();
        next = in.getInt();
        median = in.getDouble();
        deviation = in.getDouble();
        for (int i = 0; i < size; i++) {
            window[i] = in.getDouble();
        }
    }
}
