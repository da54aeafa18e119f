package io.sigmaprompt.physics.collision;

/** Two indices as one number, which sorts by the lower, then by the higher. */
final class PairKey {
    private PairKey() {}

    static long of(int a, int b) {
        return a < b ? (long) a << 32 | b : (long) b << 32 | a;
    }

    static int first(long key) {
        return (int) (key >>> 32);
    }

    static int second(long key) {
        return (int) key;
    }
}
