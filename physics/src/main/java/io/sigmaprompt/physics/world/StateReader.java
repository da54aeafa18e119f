package io.sigmaprompt.physics.world;

/** Reads what a {@link StateWriter} wrote, in the same order. */
final class StateReader {
    private final double[] data;
    private int position;

    StateReader(double[] data) {
        this.data = data;
    }

    double[] data() {
        return data;
    }

    double number() {
        return data[position++];
    }

    int integer() {
        return (int) data[position++];
    }

    boolean flag() {
        return data[position++] != 0;
    }

    void get(double[] to, int offset, int length) {
        System.arraycopy(data, position, to, offset, length);
        position += length;
    }

    /** Passes over numbers that somebody else reads at the returned offset. */
    int skip(int length) {
        position += length;
        return position - length;
    }
}
