package io.sigmaprompt.twin.calibration.signal;

/**
 * A Butterworth low pass of order two, run forwards and then backwards, so that nothing is delayed; together of order
 * four, with half its amplitude left at the cut-off (Oppenheim, Schafer, Discrete-Time Signal Processing, 3rd edition,
 * section 7.2; ends mirrored about themselves as in Gustafsson, Determining the initial states in forward-backward
 * filtering, IEEE Trans. Signal Processing 44(4), 1996). Immutable.
 */
public final class ZeroPhaseFilter {
    private final double b0;
    private final double a1;
    private final double a2;
    private final int pad;

    /**
     * A low pass.
     *
     * @param cutoff hertz, below half the rate
     * @param rate samples a second
     */
    public ZeroPhaseFilter(double cutoff, double rate) {
        double k = StrictMath.tan(Math.PI * cutoff / rate);
        double norm = 1 + Math.sqrt(2) * k + k * k;
        b0 = k * k / norm;
        a1 = 2 * (k * k - 1) / norm;
        a2 = (1 - Math.sqrt(2) * k + k * k) / norm;
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
        double first = x[0];
        double z2 = first * (b0 - a2);
        double z1 = first * (2 * b0 - a1) + z2;
        for (int i = 0; i < x.length; i++) {
            double in = x[i];
            double out = b0 * in + z1;
            z1 = 2 * b0 * in - a1 * out + z2;
            z2 = b0 * in - a2 * out;
            x[i] = out;
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
