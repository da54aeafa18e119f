package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.Arrays;

/**
 * A histogram whose bins grow by the same factor, and how much of it lies above each bin's lower edge. There are
 * thousands of these, and looking at one costs fetching it from memory rather than arithmetic. So only the bins between
 * the least and the greatest value seen are kept, as floats, a bin's weight beside its survival; and what belongs to it
 * extends it, rather than keeping it as an object of its own.
 */
abstract sealed class TailBins permits TailProbability {
    /** Bins an octave, as a power of two. */
    private static final int BITS = 3;

    private static final int SHIFT = 52 - BITS;

    /** Exponents of two between which bins lie; what is outside belongs to the first or the last bin. */
    private static final int LEAST = -16;

    private static final int GREATEST = 24;
    private static final int FIRST = (1023 + LEAST) << BITS;

    /** How many bins there are. */
    static final int BINS = (GREATEST - LEAST) << BITS;

    /** Bins are kept in whole blocks of so many. */
    private static final int BLOCK = 16;

    /** The bins kept, from {@link #first} on: weight, and share of the past above the lower edge, by turns. */
    private float[] cells = {};

    private int first;

    TailBins() {}

    /** Makes room for a bin, and for its neighbours. */
    private void reach(int bin) {
        if (bin < first || bin >= end()) {
            int from = Math.max(bin - BLOCK / 2, 0) / BLOCK * BLOCK;
            int to = Math.min((bin + BLOCK / 2) / BLOCK * BLOCK + BLOCK, BINS);
            reach(cells.length == 0 ? from : Math.min(from, first), cells.length == 0 ? to : Math.max(to, end()));
        }
    }

    private void reach(int from, int to) {
        float[] more = new float[2 * (to - from)];
        // All that is known lies above what was not reached before.
        float all = cells.length == 0 ? 0 : cells[1];
        for (int k = 0; k < 2 * (first - from) && k < more.length; k += 2) {
            more[k + 1] = all;
        }
        System.arraycopy(cells, 0, more, cells.length == 0 ? 0 : 2 * (first - from), cells.length);
        cells = more;
        first = from;
    }

    /** The first bin above those that are kept. */
    final int end() {
        return first + cells.length / 2;
    }

    final double count(int bin) {
        return cells[2 * (bin - first)];
    }

    /** Adds a weight to a bin. */
    final void count(int bin, double weight) {
        reach(bin);
        cells[2 * (bin - first)] += (float) weight;
    }

    final void halveCounts() {
        for (int k = 0; k < cells.length; k += 2) {
            cells[k] *= 0.5f;
        }
    }

    final void setSurvival(int bin, double above) {
        cells[2 * (bin - first) + 1] = (float) above;
    }

    final void clear() {
        Arrays.fill(cells, 0);
    }

    /** The first bin that is kept. */
    final int first() {
        return first;
    }

    /** Share of the past above a bin's lower edge. */
    final double survival(int bin) {
        if (cells.length == 0 || bin >= end()) {
            return 0;
        }
        return cells[2 * Math.max(bin - first, 0) + 1];
    }

    static int bin(double value) {
        return Math.clamp((Double.doubleToRawLongBits(value) >>> SHIFT) - FIRST, 0, BINS - 1);
    }

    /** Lower edge of a bin. */
    static double edge(int bin) {
        return bin == 0 ? 0 : Double.longBitsToDouble((long) (FIRST + bin) << SHIFT);
    }

    static double middle(int bin) {
        return 0.5 * (edge(bin) + edge(bin + 1));
    }

    /** The bins that hold something, each as its number and its weight. */
    public final double[] bins() {
        double[] bins = new double[2 * used()];
        int k = 0;
        for (int i = first; i < end(); i++) {
            if (count(i) > 0) {
                bins[k++] = i;
                bins[k++] = count(i);
            }
        }
        return bins;
    }

    private int used() {
        int used = 0;
        for (int i = first; i < end(); i++) {
            used += count(i) > 0 ? 1 : 0;
        }
        return used;
    }

    final void saveCounts(CanonicalOutput out) {
        out.putInt(first);
        out.putInt(cells.length / 2);
        out.putInt(used());
        for (int i = first; i < end(); i++) {
            if (count(i) > 0) {
                out.putInt(i);
                out.putDouble(count(i));
            }
        }
    }

    final void saveSurvival(CanonicalOutput out) {
        int steps = 0;
        for (int i = first; i < end(); i++) {
            steps += survival(i) != survival(i + 1) ? 1 : 0;
        }
        out.putInt(steps);
        for (int i = end() - 1; i >= first; i--) {
            if (survival(i) != survival(i + 1)) {
                out.putInt(i);
                out.putDouble(survival(i));
            }
        }
    }

    final void restoreCounts(CanonicalInput in) {
        first = Math.clamp(in.getInt(), 0, BINS);
        cells = new float[2 * Math.clamp(in.getInt(), 0, BINS - first)];
        for (int left = in.getInt(); left > 0; left--) {
            count(Math.clamp(in.getInt(), 0, BINS - 1), in.getDouble());
        }
    }

    final void restoreSurvival(CanonicalInput in) {
        for (int left = in.getInt(); left > 0; left--) {
            int bin = Math.clamp(in.getInt(), 0, BINS - 1);
            double above = in.getDouble();
            reach(bin);
            // From the highest step down: what is below is as high, until the next step says otherwise.
            for (int k = first; k <= bin; k++) {
                setSurvival(k, above);
            }
        }
    }
}
