package io.sigmaprompt.twin.analysis.stream;

/**
 * How much of a block of samples lies in each octave of frequency: the block less its mean, under a Hann window (Harris,
 * Proc. IEEE 1978), transformed (Cooley, Tukey, Math. Comp. 1965, radix 2), and summed. Band b holds the frequencies
 * from 2^(b+1) to 2^(b+2) - 1 cycles a block; the first holds those of 1 cycle too, whose energy alone would hardly be
 * known.
 */
final class BandEnergy {
    /** Samples a block. */
    static final int BLOCK = 128;

    /** Octaves below half the sampling frequency. */
    static final int BANDS = 5;

    private static final double[] COS = new double[BLOCK / 2];
    private static final double[] SIN = new double[BLOCK / 2];
    private static final double[] HANN = new double[BLOCK];

    static {
        for (int i = 0; i < BLOCK; i++) {
            double angle = 2 * StrictMath.PI * i / BLOCK;
            HANN[i] = 0.5 - 0.5 * StrictMath.cos(angle);
            if (i < BLOCK / 2) {
                COS[i] = StrictMath.cos(angle);
                SIN[i] = -StrictMath.sin(angle);
            }
        }
    }

    private final double[] real = new double[BLOCK];
    private final double[] imaginary = new double[BLOCK];

    /**
     * Computes the bands' energies, in the samples' unit squared.
     *
     * @param samples one block
     * @param out one entry a band. Modified.
     */
    void compute(double[] samples, double[] out) {
        double mean = 0;
        for (double sample : samples) {
            mean += sample;
        }
        mean /= BLOCK;
        for (int i = 0; i < BLOCK; i++) {
            int mirrored = Integer.reverse(i) >>> (32 - 7);
            real[mirrored] = (samples[i] - mean) * HANN[i];
            imaginary[mirrored] = 0;
        }
        transform();
        for (int b = 0; b < BANDS; b++) {
            double energy = 0;
            for (int k = b == 0 ? 1 : 2 << b; k < 4 << b; k++) {
                energy += real[k] * real[k] + imaginary[k] * imaginary[k];
            }
            out[b] = energy / (BLOCK * BLOCK);
        }
    }

    private void transform() {
        for (int half = 1; half < BLOCK; half *= 2) {
            int stride = BLOCK / (2 * half);
            for (int start = 0; start < BLOCK; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    butterfly(start + k, start + k + half, COS[k * stride], SIN[k * stride]);
                }
            }
        }
    }

    private void butterfly(int a, int b, double c, double s) {
        double re = real[b] * c - imaginary[b] * s;
        double im = real[b] * s + imaginary[b] * c;
        real[b] = real[a] - re;
        imaginary[b] = imaginary[a] - im;
        real[a] += re;
        imaginary[a] += im;
    }
}
