package io.sigmaprompt.physics.world.snapshot;

import java.util.Arrays;

/** Writes a world's state into a snapshot, number by number. */
public final class StateWriter {
    private double[] data;
    private int size;

    public StateWriter(double[] data) {
        this.data = data;
    }

    public void put(double number) {
        reserve(1);
        data[size++] = number;
    }

    public void put(double[] from, int offset, int length) {
        reserve(length);
        System.arraycopy(from, offset, data, size, length);
        size += length;
    }

    /** Makes room for numbers that somebody else writes at the returned offset. */
    public int skip(int length) {
        reserve(length);
        size += length;
        return size - length;
    }

    private void reserve(int length) {
        if (data.length < size + length) {
            data = Arrays.copyOf(data, 2 * (size + length));
        }
    }

    public double[] data() {
        return data;
    }

    public int size() {
        return size;
    }
}
