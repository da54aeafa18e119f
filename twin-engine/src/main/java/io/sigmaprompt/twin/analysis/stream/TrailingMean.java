package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/** The mean of the newest values, and what it was a window ago. */
final class TrailingMean implements Restorable {
    private final double[] values;
    private final double[] means;
    private int next;
    private long count;
    private double sum;
    private double mean = Double.NaN;
    private double before = Double.NaN;

    /**
     * A mean of nothing.
     *
     * @param window how many values it is taken over
     */
    TrailingMean(int window) {
        values = new double[window];
        means = new double[window];
    }

    void add(double value) {
        int window = values.length;
        sum += value - (count >= window ? values[next] : 0);
        values[next] = value;
        count++;
        if (next == window - 1) {
            // Anew, so that what was rounded away does not add up.
            sum = 0;
            for (double each : values) {
                sum += each;
            }
        }
        mean = sum / Math.min(count, window);
        before = count > window ? means[next] : Double.NaN;
        means[next] = mean;
        next = next == window - 1 ? 0 : next + 1;
    }

    /** Whether the window is full. */
    boolean full() {
        return count >= values.length;
    }

    /** Whether the window was full a window ago too. */
    boolean twiceFull() {
        return count >= 2L * values.length;
    }

    double mean() {
        return mean;
    }

    /** The mean a window ago. */
    double before() {
        return before;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(values);
        out.putDoubles(means);
        out.putInt(next);
        out.putLong(count);
        out.putDouble(sum);
        out.putDouble(mean);
        out.putDouble(before);
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(values);
        in.getDoubles(means);
        next = in.getInt();
        count = in.getLong();
        sum = in.getDouble();
        mean = in.getDouble();
        before = in.getDouble();
    }
}
