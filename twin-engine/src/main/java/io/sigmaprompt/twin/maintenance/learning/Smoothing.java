package io.sigmaprompt.twin.maintenance.learning;

/** Means and slopes over the rows before a row, never those behind it. */
final class Smoothing {
    private Smoothing() {}

    /** The mean of each value and up to {@code window - 1} before it. */
    static double[] trailing(double[] values, int window) {
        double[] out = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            out[i] = mean(values, Math.max(0, i - window + 1), i + 1);
        }
        return out;
    }

    /** The mean of {@code values[from, to)}. */
    static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }

    /** The least-squares slope of {@code values[from, to)} a row; 0 for a single row. */
    static double slope(double[] values, int from, int to) {
        int n = to - from;
        double centre = (n - 1) / 2.0;
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (i - from - centre) * values[i];
        }
        return n < 2 ? 0 : sum * 12 / ((double) n * ((double) n * n - 1));
    }

    /** The standard deviation of {@code values[from, to)} around its mean. */
    static double deviation(double[] values, int from, int to) {
        double mean = mean(values, from, to);
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (values[i] - mean) * (values[i] - mean);
        }
        return Math.sqrt(sum / (to - from));
    }
}
