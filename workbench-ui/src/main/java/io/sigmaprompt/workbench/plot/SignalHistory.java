package io.sigmaprompt.workbench.plot;

/** The last samples of a signal, in a ring: time in seconds, growing, and value. One thread. */
public final class SignalHistory {
    private final double[] times;
    private final double[] values;
    private int start;
    private int size;

    /** A ring for that many samples. */
    public SignalHistory(int capacity) {
        times = new double[capacity];
        values = new double[capacity];
    }

    /** Appends a sample, dropping the oldest if the ring is full. A time before the last one starts afresh. */
    public void add(double time, double value) {
        if (size > 0 && time < times[index(size - 1)]) {
            clear();
        }
        if (size == times.length) {
            start = (start + 1) % times.length;
            size--;
        }
        int at = index(size);
        times[at] = time;
        values[at] = value;
        size++;
    }

    public void clear() {
        start = 0;
        size = 0;
    }

    public int size() {
        return size;
    }

    /** Time of sample {@code i}, the oldest being 0. */
    public double time(int i) {
        return times[index(i)];
    }

    /** Value of sample {@code i}. */
    public double value(int i) {
        return values[index(i)];
    }

    /** Index of the first sample not before a time; {@link #size()} where there is none. */
    public int firstFrom(double time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int index(int i) {
        return (start + i) % times.length;
    }
}
