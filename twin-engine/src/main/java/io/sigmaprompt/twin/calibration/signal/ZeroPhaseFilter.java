package io.sigmaprompt.twin.calibration.signal;

/**
 * A Butterworth low pass of order four, run forwards and then backwards, so that nothing is delayed; together of order
 * eight, with half its amplitude left at the cut-off and all but a thousandth at four tenths of it (Oppenheim, Schafer,
 * Discrete-Time Signal Processing, 3rd edition, section 7.2; ends mirrored about themselves as in Gustafsson, Determining
 * the initial states in forward-backward filtering, IEEE Trans. Signal Processing 44(4), 1996). Immutable.
 */
public final class ZeroPhaseFilter {
    /** Two sections: {@code 1 / (2 sin(π/8))} and {@code 1 / (2 sin(3π/8))}. */
    private static final double[] QUALITY = {1.3065629648763766, 0.5411961001461970};

    private final double[] b0 = new double[QUALITY.length];
    private final double[] a1 = new double[QUALITY.length];
    private final double[] a2 = new double[QUALITY.length];
    private final int pad;

    /**
     * A low pass.
     *
     * @param cutoff hertz, below half the rate
     * @param rate samples a second
     */
    public ZeroPhaseFilter(double cutoff, double rate) {
        double k = StrictMath.tan(Math.PI * cutoff / rate);
        for (int s = 0; s < QUALITY.length; s++) {
            double norm = 1 + k / QUALITY[s] + k * k;
            b0[s] = k * k / norm;
            a1[s] = 2 * (k * k - 1) / norm;
            a2[s] = (1 - k / QUALITY[s] + k * k) / norm;
        }
        pad = (int) Math.ceil(2 * rate / cutoff);
    }

    /** The signal without what is above the cut-off, in a new array. */
    public double[] apply(double[] signal) {
        int n = signal.length;
        int mirrored = Math.min(pad, n - 1);
        double[] long1 = new double[n + 2 * mirrored];
        for (int i = 0; i < mirrored; i++) {
            long1[i] = 2 * signal[0] - signal[mirrored - i];
            long1[n + mirrored + i] = 2 * signal[n - 1] - signal[n - 2 - i];
        }
        System.arraycopy(signal, 0, long1, mirrored, n);
        pass(long1);
        reverse(long1);
        pass(long1);
        reverse(long1);
        double[] out = new double[n];
        System.arraycopy(long1, mirrored, out, 0, n);
        return out;
    }

    /** Transposed direct form II, started as if the first value had always been there. */
    private void pass(double[] x) {
        for (int s = 0; s < QUALITY.length; s++) {
            double first = x[0];
            double z2 = first * (b0[s] - a2[s]);
            double z1 = first * (2 * b0[s] - a1[s]) + z2;
            for (int i = 0; i < x.length; i++) {
                double in = x[i];
                double out = b0[s] * in + z1;
                z1 = 2 * b0[s] * in - a1[s] * out + z2;
                z2 = b0[s] * in - a2[s] * out;
                x[i] = out;
            }
        }
    }

    private static void reverse(double[] x) {
        for (int i = 0, j = x.length - 1; i < j; i++, j--) {
            double swap = x[i];
            x[i] = x[j];
            x[j] = swap;
        }
    }
}
