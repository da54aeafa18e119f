package io.sigmaprompt.twin.telemetry.ingest;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/** The last numbers of a series, their median and their spread; outliers move neither. */
final class SpreadWindow implements Restorable {
    private static final int SIZE = 64;
    private static final int FEWEST = 4;
    /** Median absolute deviation to standard deviation, for normal noise. */
    private static final double TO_SIGMA = 1.4826;

    private final double[] values = new double[SIZE];
    private final double[] sorted = new double[SIZE];
    private int count;
    private int next;

    void add(double value) {
        values[next] = value;
        next = (next + 1) % SIZE;
        count = Math.min(SIZE, count + 1);
    }

    void forget() {
        count = 0;
        next = 0;
    }

    /** NaN while there are too few. */
    double median() {
        if (count < FEWEST) {
            return Double.NaN;
        }
        System.arraycopy(values, 0, sorted, 0, count);
        return middle();
    }

    /** Robust standard deviation: scaled median of the distances from the median; NaN while there are too few. */
    double spread() {
        double median = median();
        if (Double.isNaN(median)) {
            return median;
        }
        for (int i = 0; i < count; i++) {
            sorted[i] = Math.abs(values[i] - median);
        }
        return TO_SIGMA * middle();
    }

    private double middle() {
        InsertionSort.sort(sorted, count);
        return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(values);
        out.putInt(count);
        out.putInt(next);
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(values);
        count = in.getInt();
        next = in.getInt();
    }
}
