package io.sigmaprompt.physics.sensor;

/**
 * Random numbers of a sensor, the same from the same seed on every machine: SplitMix64 (Steele, Lea, Flood, Fast
 * splittable pseudorandom number generators, OOPSLA 2014), made normal by the polar method (Marsaglia, Bray, A
 * convenient method for generating normal variables, SIAM Review 6(3), 1964). Allocates nothing.
 */
public final class NoiseStream {
    /** How many numbers {@link #save} writes. */
    public static final int STATE_SIZE = WholeNumbers.SIZE + 2;

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final long seed;
    private long state;
    private double spare;
    private boolean hasSpare;

    /** The stream that a seed names. */
    public NoiseStream(long seed) {
        this.seed = seed;
        state = seed;
    }

    /**
     * A seed for what bears a name, so that adding one sensor leaves the others' noise as it was (FNV-1a over the
     * name's characters, then SplitMix64's finisher).
     */
    public static long seedFor(long worldSeed, String name) {
        long hash = FNV_BASIS;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return mix((worldSeed + GOLDEN) ^ hash);
    }

    /** A number from [0, 1). */
    public double uniform() {
        state += GOLDEN;
        return (mix(state) >>> 11) * 0x1p-53;
    }

    /** A normally distributed number, mean 0, standard deviation 1. */
    public double normal() {
        if (hasSpare) {
            hasSpare = false;
            double kept = spare;
            spare = 0;
            return kept;
        }
        double u;
        double v;
        double s;
        do {
            u = 2 * uniform() - 1;
            v = 2 * uniform() - 1;
            s = u * u + v * v;
        } while (s >= 1 || s == 0);
        double scale = Math.sqrt(-2 * StrictMath.log(s) / s);
        spare = v * scale;
        hasSpare = true;
        return u * scale;
    }

    /** Begins anew. */
    public void reset() {
        state = seed;
        spare = 0;
        hasSpare = false;
    }

    /** Writes all that decides its future: {@link #STATE_SIZE} numbers at {@code offset}. */
    public void save(double[] out, int offset) {
        int o = WholeNumbers.put(state, out, offset);
        out[o] = spare;
        out[o + 1] = hasSpare ? 1 : 0;
    }

    /** Takes back what {@link #save} wrote at {@code offset}. */
    public void restore(double[] in, int offset) {
        state = WholeNumbers.get(in, offset);
        spare = in[offset + WholeNumbers.SIZE];
        hasSpare = in[offset + WholeNumbers.SIZE + 1] != 0;
    }

    private static long mix(long number) {
        long z = number;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
