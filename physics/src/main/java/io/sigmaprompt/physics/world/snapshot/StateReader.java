package io.sigmaprompt.physics.world.snapshot;

/** Reads what a {@link StateWriter} wrote, in the same order. */
public final class StateReader {
    private final double[] data;
    private int position;

    public StateReader(double[] data) {
        this.data = data;
    }

    public double[] data() {
        return data;
    }

    public double number() {
        return data[position++];
    }

    public int integer() {
        return (int) data[position++];
    }

    public boolean flag() {
        return data[position++] != 0;
    }

    public void get(double[] to, int offset, int length) {
        System.arraycopy(data, position, to, offset, length);
        position += length;
    }

    /** Passes over numbers that somebody else reads at the returned offset. */
    public int skip(int length) {
        position += length;
        return position - length;
    }
}
