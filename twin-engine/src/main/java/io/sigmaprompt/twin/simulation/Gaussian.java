package io.sigmaprompt.twin.simulation;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/**
 * Normally distributed numbers, the same from the same seed on every machine: SplitMix64 (Steele, Lea, Flood: Fast
 * splittable pseudorandom number generators, OOPSLA 2014) and the polar method (Marsaglia, Bray, SIAM Review 1964).
 */
final class Gaussian implements Restorable {
    private long state;
    private double spare;
    private boolean hasSpare;

    Gaussian(long seed) {
        state = seed;
    }

    /** The next number, mean 0, standard deviation 1. */
    double next() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
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

    /** The next number from [0, 1), evenly distributed. */
    double uniform() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return (z >>> 11) * 0x1.0p-53;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putLong(state);
        out.putDouble(spare);
        out.putBoolean(hasSpare);
    }

    @Override
    public void restore(CanonicalInput in) {
        state = in.getLong();
        spare = in.getDouble();
        hasSpare = in.getBoolean();
    }
}
