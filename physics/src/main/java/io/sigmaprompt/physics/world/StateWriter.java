package io.sigmaprompt.physics.world;

import java.util.Arrays;

/** Writes a world's state into a snapshot, number by number. */
final class StateWriter {
    private double[] data;
    private int size;

    StateWriter(double[] data) {
        this.data = data;
    }

    void put(double number) {
        reserve(1);
        data[size++] = number;
    }

    void put(double[] from, int offset, int length) {
        reserve(length);
        System.arraycopy(from, offset, data, size, length);
        size += length;
    }

    /** Makes room for numbers that somebody else writes at the returned offset. */
    int skip(int length) {
        reserve(length);
        size += length;
        return size - length;
    }

    private void reserve(int length) {
        if (data.length < size + length) {
            data = Arrays.copyOf(data, 2 * (size + length));
        }
    }

    double[] data() {
        return data;
    }

    int size() {
        return size;
    }
}
