package io.sigmaprompt.physics.spatial;

/** A seeded stream of numbers (Steele, Lea, Flood, Fast splittable pseudorandom number generators, OOPSLA 2014). */
public final class SplitMix64 {
    private static final double UNIT = 0x1p-53;

    private long state;

    /** The stream that a seed names. */
    public SplitMix64(long seed) {
        state = seed;
    }

    /** A number from [-1, 1). */
    public double symmetric() {
        state += 0x9e3779b97f4a7c15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        z ^= z >>> 31;
        return 2 * ((z >>> 11) * UNIT) - 1;
    }
}
