package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.Arrays;

/**
 * Median and scaled median absolute deviation over a running window (Huber, Ronchetti: Robust Statistics, 2009, section
 * 5.1): what a signal usually is, whatever a few of its values are.
 */
public final class RobustStatistic implements Restorable {
    /** Makes the median absolute deviation of normal noise its standard deviation. */
    private static final double NORMAL = 1.4826;

    private final int every;
    private final double[] window;
    private final double[] sorted;
    private int size;
    private int next;
    private double median;
    private double deviation;

    /**
     * A window that has seen nothing.
     *
     * @param capacity how many values it remembers
     */
    public RobustStatistic(int capacity) {
        this(capacity, 1);
    }

    /**
     * A window that has seen nothing, whose deviation follows its values by steps: that is the dearest part of it.
     *
     * @param capacity how many values it remembers, a multiple of {@code every}
     * @param every the deviation is taken anew at one value of so many, once the window is full
     */
    public RobustStatistic(int capacity, int every) {
        this.every = every;
        window = new double[capacity];
        sorted = new double[capacity];
    }

    /** Takes the next value, which must be a number; forgets the oldest where the window is full. */
    public void add(double value) {
        if (size == window.length) {
            remove(window[next]);
        }
        window[next] = value;
        next = (next + 1) % window.length;
        insert(value);
        int half = size / 2;
        median = size % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
        if (size < window.length || next % every == 0) {
            deviation = NORMAL * medianDeviation();
        }
    }

    private void remove(double value) {
        int place = Arrays.binarySearch(sorted, 0, size, value);
        size--;
        System.arraycopy(sorted, place + 1, sorted, place, size - place);
    }

    private void insert(double value) {
        int found = Arrays.binarySearch(sorted, 0, size, value);
        int place = found < 0 ? -found - 1 : found;
        System.arraycopy(sorted, place, sorted, place + 1, size - place);
        sorted[place] = value;
        size++;
    }

    /** Distances to the median grow both ways from the middle of what is sorted: no second sorting is needed. */
    private double medianDeviation() {
        int above = size / 2;
        int below = above - 1;
        double last = 0;
        double current = 0;
        for (int k = 0; k <= size / 2; k++) {
            last = current;
            boolean up =
                    below < 0 || above < size && Math.abs(sorted[above] - median) <= Math.abs(sorted[below] - median);
            current = Math.abs(sorted[up ? above++ : below--] - median);
        }
        return size % 2 == 1 ? current : 0.5 * (last + current);
    }

    /** How many values it remembers now. */
    public int size() {
        return size;
    }

    /** The middle of what it remembers; 0 while that is nothing. */
    public double median() {
        return median;
    }

    /** The scaled median absolute deviation, in the unit of the values; 0 while there are none. */
    public double deviation() {
        return deviation;
    }

    /** The value that a share of what it remembers lies below, between its values in a straight line; 0 while empty. */
    public double quantile(double share) {
        if (size == 0) {
            return 0;
        }
        double place = share * (size - 1);
        int below = (int) place;
        int above = Math.min(below + 1, size - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** What it remembers, oldest first. */
    public double[] values() {
        double[] values = new double[size];
        int first = size < window.length ? 0 : next;
        for (int i = 0; i < size; i++) {
            values[i] = window[(first + i) % window.length];
        }
        return values;
    }

    /** Forgets everything. */
    public void forget() {
        size = 0;
        next = 0;
        median = 0;
        deviation = 0;
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
        System.arraycopy(window, 0, sorted, 0, size);
        Arrays.sort(sorted, 0, size);
    }
}
