package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/**
 * How improbable a value is after all that were seen before, as the negative decimal logarithm of the probability of one
 * so great: the largest values seen are kept, and their excesses over the least of them are taken for a generalised
 * Pareto tail fitted by its moments (Pickands 1975; Hosking, Wallis 1987, section 3; used on streams by Siffer and others
 * 2017). Nothing is assumed of the other values.
 */
final class TailSurprise implements Restorable {
    /** So many values must have been seen before one is judged. */
    static final int LEARNING = 50;

    /** The share of all values that the tail is fitted to, and the least number of values that is. */
    private static final int TAIL_SHARE = 20;

    private static final int LEAST_TAIL = 5;

    /** A tail is no thinner than exponential and no thicker than this shape. */
    private static final double MOST_SHAPE = 0.5;

    /** The mean excess is at least this share of the whole range: what differs by less is the same. */
    private static final double RESOLUTION = 0.002;

    /** Some thousand values cannot tell how improbable something is beyond these decades. */
    private static final double MOST = 8;

    private static final double LN10 = StrictMath.log(10);

    private final double[] largest;
    private int size;
    private long count;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    /**
     * A tail that has seen nothing.
     *
     * @param capacity how many of the largest values are kept at most
     */
    TailSurprise(int capacity) {
        largest = new double[capacity];
    }

    /** Judges a value by those before it, then learns it. Zero for what is no extreme, and while there is little to go by. */
    double next(double value) {
        double surprise = count < LEARNING ? 0 : surprise(value);
        learn(value);
        return surprise;
    }

    private double surprise(double value) {
        int tail = (int) Math.min(size, Math.max(LEAST_TAIL, count / TAIL_SHARE));
        double least = largest[tail - 1];
        if (value <= least) {
            return 0;
        }
        double mean = 0;
        for (int i = 0; i < tail - 1; i++) {
            mean += largest[i] - least;
        }
        mean /= tail - 1;
        double variance = 0;
        for (int i = 0; i < tail - 1; i++) {
            double off = largest[i] - least - mean;
            variance += off * off;
        }
        variance /= tail - 1;
        mean = Math.max(mean, RESOLUTION * (high - low) + Double.MIN_NORMAL);
        double rarity = StrictMath.log10((double) count / tail);
        double shape = variance > mean * mean ? Math.min(MOST_SHAPE, 0.5 * (1 - mean * mean / variance)) : 0;
        double excess = (value - least) / mean;
        double decades = shape < 1e-3 ? excess / LN10 : StrictMath.log10(1 + shape / (1 - shape) * excess) / shape;
        return Math.min(MOST, rarity + decades);
    }

    private void learn(double value) {
        count++;
        low = Math.min(low, value);
        high = Math.max(high, value);
        if (size == largest.length && value <= largest[size - 1]) {
            return;
        }
        int place = size < largest.length ? size++ : size - 1;
        while (place > 0 && largest[place - 1] < value) {
            largest[place] = largest[place - 1];
            place--;
        }
        largest[place] = value;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(largest);
        out.putInt(size);
        out.putLong(count);
        out.putDouble(low);
        out.putDouble(high);
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(largest);
        size = in.getInt();
        count = in.getLong();
        low = in.getDouble();
        high = in.getDouble();
    }
}
