package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/**
 * Tells of one trouble once: a surprise counts only as far as it goes beyond a share of the surprises before, which fade,
 * and not at all unless it is clearly the greatest of the newest samples. There is no threshold in it, so that whatever
 * threshold is set behind it is crossed once.
 */
final class Habituation implements Restorable {
    private final double share;
    private final double keep;
    private final double margin;
    private final double[] greatest;
    private final long[] places;
    private int first;
    private int size;
    private long count;
    private double memory;

    /**
     * A habituation that has felt nothing.
     *
     * @param share of what was felt that no longer counts
     * @param fading samples in which it fades to 1/e
     * @param quiet samples that a surprise must exceed all of
     * @param margin by how much
     */
    Habituation(double share, double fading, int quiet, double margin) {
        this.share = share;
        this.keep = StrictMath.exp(-1 / fading);
        this.margin = margin;
        greatest = new double[quiet];
        places = new long[quiet];
    }

    /** What of the next surprise is news; zero where nothing is. */
    double next(double surprise) {
        double felt = Math.max(0, surprise - share * memory);
        memory = Math.max(memory * keep, surprise);
        int capacity = greatest.length;
        if (size > 0 && places[first] < count - capacity) {
            first = (first + 1) % capacity;
            size--;
        }
        boolean news = felt > (size == 0 ? 0 : greatest[first]) + margin;
        while (size > 0 && greatest[(first + size - 1) % capacity] <= felt) {
            size--;
        }
        int slot = (first + size) % capacity;
        greatest[slot] = felt;
        places[slot] = count;
        size++;
        count++;
        return news ? felt : 0;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDouble(memory);
        out.putLong(count);
        out.putInt(size);
        for (int i = 0; i < size; i++) {
            int slot = (first + i) % greatest.length;
            out.putDouble(greatest[slot]);
            out.putLong(places[slot]);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        memory = in.getDouble();
        count = in.getLong();
        size = in.getInt();
        first = 0;
        for (int i = 0; i < size; i++) {
            greatest[i] = in.getDouble();
            places[i] = in.getLong();
        }
    }
}
