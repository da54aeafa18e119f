package io.sigmaprompt.physics.collision.broadphase;

import java.util.Arrays;

/** Numbers in an array that grows, sorted in place without a buffer. */
public final class LongList {
    private long[] values = new long[64];
    private int size;

    public int size() {
        return size;
    }

    public long get(int i) {
        return values[i];
    }

    public void clear() {
        size = 0;
    }

    public void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    /** Overwrites the list's beginning: for those who leave some out while they go through it. */
    void set(int i, long value) {
        values[i] = value;
    }

    void truncate(int length) {
        size = length;
    }

    /** Heapsort (Williams, Algorithm 232, 1964): n log n whatever the order, in place. */
    public void sort() {
        for (int root = size / 2 - 1; root >= 0; root--) {
            sink(root, size);
        }
        for (int end = size - 1; end > 0; end--) {
            long most = values[0];
            values[0] = values[end];
            values[end] = most;
            sink(0, end);
        }
    }

    private void sink(int root, int end) {
        long value = values[root];
        int at = root;
        while (2 * at + 1 < end) {
            int child = 2 * at + 1;
            if (child + 1 < end && values[child + 1] > values[child]) {
                child++;
            }
            if (values[child] <= value) {
                break;
            }
            values[at] = values[child];
            at = child;
        }
        values[at] = value;
    }

    /** Fills this with two sorted lists, sorted. */
    void merge(LongList a, LongList b) {
        size = 0;
        int i = 0;
        int j = 0;
        while (i < a.size || j < b.size) {
            add(j == b.size || (i < a.size && a.values[i] <= b.values[j]) ? a.values[i++] : b.values[j++]);
        }
    }
}
