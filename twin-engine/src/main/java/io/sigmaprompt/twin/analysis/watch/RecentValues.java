package io.sigmaprompt.twin.analysis.watch;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/** The last values of something. */
final class RecentValues implements Restorable {
    private final double[] values;
    private int size;
    private int next;

    /** None yet of so many that are kept. */
    RecentValues(int capacity) {
        values = new double[capacity];
    }

    /** Takes the next value; forgets the oldest where there are too many. */
    void add(double value) {
        values[next] = value;
        next = (next + 1) % values.length;
        size = Math.min(size + 1, values.length);
    }

    /** What is kept, oldest first. */
    double[] oldestFirst() {
        double[] all = new double[size];
        int first = size < values.length ? 0 : next;
        for (int i = 0; i < size; i++) {
            all[i] = values[(first + i) % values.length];
        }
        return all;
    }

    void forget() {
        size = 0;
        next = 0;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putInt(size);
        out.putInt(next);
        for (int i = 0; i < size; i++) {
            out.putDouble(values[i]);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        size = in.getInt();
        next = in.getInt();
        for (int i = 0; i < size; i++) {
            values[i] = in.getDouble();
        }
    }
}
