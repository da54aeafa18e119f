package io.sigmaprompt.physics.collision.collider;

/** Two indices as one number, which sorts by the lower, then by the higher. */
public final class PairKey {
    private PairKey() {}

    public static long of(int a, int b) {
        return a < b ? (long) a << 32 | b : (long) b << 32 | a;
    }

    public static int first(long key) {
        return (int) (key >>> 32);
    }

    public static int second(long key) {
        return (int) key;
    }
}
