package io.sigmaprompt.workbench.plot;

/**
 * A signal thinned to what pixels can show: for each pixel column its first, least, greatest and last value, so that a
 * spike of one sample is never lost however many samples a column holds.
 */
final class ColumnEnvelope {
    private ColumnEnvelope() {}

    /**
     * Thins a signal.
     *
     * @param from time at the left edge
     * @param to time at the right edge
     * @return 5 x columns in use: (column, first, least, greatest, last); values that are not finite are left out
     */
    static double[] of(SignalHistory signal, double from, double to, int columns) {
        double[] out = new double[5 * columns];
        int used = 0;
        int current = -1;
        for (int i = signal.firstFrom(from); i < signal.size() && signal.time(i) <= to; i++) {
            double value = signal.value(i);
            if (!Double.isFinite(value)) {
                continue;
            }
            int column = Math.min(columns - 1, (int) ((signal.time(i) - from) / (to - from) * columns));
            if (column != current) {
                current = column;
                out[5 * used] = column;
                out[5 * used + 1] = value;
                out[5 * used + 2] = value;
                out[5 * used + 3] = value;
                out[5 * used + 4] = value;
                used++;
            } else {
                int at = 5 * (used - 1);
                out[at + 2] = Math.min(out[at + 2], value);
                out[at + 3] = Math.max(out[at + 3], value);
                out[at + 4] = value;
            }
        }
        return java.util.Arrays.copyOf(out, 5 * used);
    }
}
