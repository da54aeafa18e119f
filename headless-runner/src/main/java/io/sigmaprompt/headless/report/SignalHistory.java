package io.sigmaprompt.headless.report;

import java.util.Arrays;

/**
 * The course of one number, kept as least and greatest value per stretch of time, so that a session of any length takes
 * the same memory and no peak is lost. When time outgrows the stretches, neighbours are joined.
 */
final class SignalHistory {
    static final int STRETCHES = 512;

    private final double[] low = new double[STRETCHES];
    private final double[] high = new double[STRETCHES];
    private final double[] last = new double[STRETCHES];
    private long stretchNanos;
    private int used;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private double squares;
    private double sum;
    private long count;

    SignalHistory(long stretchNanos) {
        this.stretchNanos = stretchNanos;
        clear(0);
    }

    private void clear(int from) {
        Arrays.fill(low, from, STRETCHES, Double.NaN);
        Arrays.fill(high, from, STRETCHES, Double.NaN);
        Arrays.fill(last, from, STRETCHES, Double.NaN);
    }

    /** Takes a value; what is not finite is no value. */
    void add(long nanos, double value) {
        if (!Double.isFinite(value) || nanos < 0) {
            return;
        }
        while (nanos / stretchNanos >= STRETCHES) {
            join();
        }
        int i = (int) (nanos / stretchNanos);
        low[i] = Double.isNaN(low[i]) ? value : Math.min(low[i], value);
        high[i] = Double.isNaN(high[i]) ? value : Math.max(high[i], value);
        last[i] = value;
        used = Math.max(used, i + 1);
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
        sum += value;
        squares += value * value;
        count++;
    }

    private void join() {
        for (int i = 0; i < STRETCHES / 2; i++) {
            low[i] = joined(low[2 * i], low[2 * i + 1], true);
            high[i] = joined(high[2 * i], high[2 * i + 1], false);
            last[i] = Double.isNaN(last[2 * i + 1]) ? last[2 * i] : last[2 * i + 1];
        }
        clear(STRETCHES / 2);
        used = (used + 1) / 2;
        stretchNanos *= 2;
    }

    private static double joined(double a, double b, boolean lower) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.isNaN(a) ? b : a;
        }
        return lower ? Math.min(a, b) : Math.max(a, b);
    }

    boolean isEmpty() {
        return count == 0;
    }

    long count() {
        return count;
    }

    /** How many stretches hold time that has passed. */
    int stretches() {
        return used;
    }

    long stretchNanos() {
        return stretchNanos;
    }

    /** Least value in a stretch, NaN where it holds none. */
    double low(int stretch) {
        return low[stretch];
    }

    double high(int stretch) {
        return high[stretch];
    }

    double last(int stretch) {
        return last[stretch];
    }

    double least() {
        return least;
    }

    double greatest() {
        return greatest;
    }

    /** Greatest magnitude, NaN where there is no value. */
    double peak() {
        return count == 0 ? Double.NaN : Math.max(Math.abs(least), Math.abs(greatest));
    }

    double rms() {
        return count == 0 ? Double.NaN : Math.sqrt(squares / count);
    }

    double mean() {
        return count == 0 ? Double.NaN : sum / count;
    }

    /** Standard deviation; NaN where there is no value. */
    double deviation() {
        double mean = mean();
        return count == 0 ? Double.NaN : Math.sqrt(Math.max(0, squares / count - mean * mean));
    }
}
