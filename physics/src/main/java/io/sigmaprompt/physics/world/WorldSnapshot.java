package io.sigmaprompt.physics.world;

/** All that decides a world's future. */
public final class WorldSnapshot {
    private final double[] data;
    private final int size;

    WorldSnapshot(double[] data, int size) {
        this.data = data;
        this.size = size;
    }

    double[] data() {
        return data;
    }

    /** How many numbers it holds. */
    public int size() {
        return size;
    }
}
