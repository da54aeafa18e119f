package io.sigmaprompt.physics.sensor;

/** Writes 64-bit numbers among doubles, each as two that are exact; no bit pattern can be mistaken for NaN. */
final class WholeNumbers {
    /** Doubles that one number takes. */
    static final int SIZE = 2;

    private static final double LOW_RANGE = 0x1p32;

    private WholeNumbers() {}

    static int put(long value, double[] out, int o) {
        out[o] = (int) (value >> 32);
        out[o + 1] = value & 0xffffffffL;
        return o + SIZE;
    }

    static long get(double[] in, int o) {
        double low = in[o + 1];
        if (!(low >= 0 && low < LOW_RANGE)) {
            throw new IllegalArgumentException("no sensor wrote this state: found " + low + " at entry " + (o + 1));
        }
        return ((long) in[o] << 32) | (long) low;
    }
}
