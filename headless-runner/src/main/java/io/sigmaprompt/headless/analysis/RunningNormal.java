package io.sigmaprompt.headless.analysis;

import java.util.Arrays;

/**
 * Where each signal of a row stands against the rows before it: less their median, over a robust standard deviation, at
 * most five of them away. A missing value stands where the last one stood.
 */
final class RunningNormal {
    static final double MOST = 5;

    private static final int WINDOW = 400;
    private static final int REFRESH = 25;
    /** Standard deviations of a normal distribution between its first and last tenth. */
    private static final double TENTHS = 2.563;

    private final double[][] window;
    private final double[] middle;
    private final double[] deviation;
    private final double[] last;
    private final double[] sorted = new double[WINDOW];
    private long seen;

    RunningNormal(int signals) {
        window = new double[signals][WINDOW];
        middle = new double[signals];
        deviation = new double[signals];
        last = new double[signals];
        Arrays.fill(last, Double.NaN);
    }

    /** Learns a row and writes where it stands. Modified: {@code out}; NaN where a signal was never told. */
    void next(double[] values, double[] out) {
        int slot = (int) (seen % WINDOW);
        for (int i = 0; i < values.length; i++) {
            last[i] = Double.isNaN(values[i]) ? last[i] : values[i];
            window[i][slot] = last[i];
        }
        seen++;
        if (seen < 2 * REFRESH || seen % REFRESH == 0) {
            for (int i = 0; i < values.length; i++) {
                refresh(i);
            }
        }
        for (int i = 0; i < values.length; i++) {
            out[i] = Math.clamp((last[i] - middle[i]) / deviation[i], -MOST, MOST);
        }
    }

    private void refresh(int signal) {
        int count = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < Math.min(seen, WINDOW); i++) {
            double value = window[signal][i];
            if (!Double.isNaN(value)) {
                sorted[count++] = value;
                sum += value;
                squares += value * value;
            }
        }
        if (count == 0) {
            deviation[signal] = 1;
            return;
        }
        Arrays.sort(sorted, 0, count);
        middle[signal] = sorted[count / 2];
        double spread = (sorted[Math.min(count - 1, count * 9 / 10)] - sorted[count / 10]) / TENTHS;
        double mean = sum / count;
        double whole = Math.sqrt(Math.max(0, squares / count - mean * mean));
        deviation[signal] = Math.max(Math.max(spread, 0.2 * whole), 1e-3 * Math.abs(middle[signal]) + 1e-9);
    }
}
