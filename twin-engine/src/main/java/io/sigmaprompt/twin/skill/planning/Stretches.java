package io.sigmaprompt.twin.skill.planning;

import java.util.Arrays;

/** Stretches of a way that are still to be proven, the first come first. Allocates only where there are more than ever. */
final class Stretches {
    private double[] ends = new double[64];
    private int head;
    private int tail;
    private double low;
    private double high;

    void clear() {
        head = 0;
        tail = 0;
    }

    /** Adds the stretch from {@code low} to {@code high}, shares of the way. */
    void add(double low, double high) {
        if (tail == ends.length) {
            ends = Arrays.copyOf(ends, 2 * tail);
        }
        ends[tail++] = low;
        ends[tail++] = high;
    }

    /** Takes the next one; false where there is none. */
    boolean next() {
        if (head == tail) {
            return false;
        }
        low = ends[head++];
        high = ends[head++];
        return true;
    }

    /** Where the one taken begins. */
    double low() {
        return low;
    }

    double high() {
        return high;
    }
}
