package io.sigmaprompt.headless.bench.nab;

import io.sigmaprompt.twin.analysis.stream.SignalDetector;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;

/**
 * The benchmark's yardstick: how far in the tail of a normal distribution a value is whose mean and deviation are those of
 * a window of the values before it, which moves on in steps.
 */
final class WindowedGaussian implements SignalDetector {
    static final int WINDOW = 6400;
    static final int STEP = 100;

    /** Stands in for a deviation of zero. */
    private static final double LEAST_DEVIATION = 1e-6;

    private final double[] window = new double[WINDOW];
    private final double[] waiting = new double[STEP];
    private int size;
    private int oldest;
    private int waits;
    private double mean;
    private double deviation = 1;

    @Override
    public double score(long nanos, double value) {
        if (!Double.isFinite(value)) {
            return Double.NaN;
        }
        double score = size == 0 ? Double.NaN : 1 - NormalTail.beyond(Math.abs(value - mean) / deviation);
        if (size < WINDOW) {
            window[size++] = value;
            fit();
        } else {
            waiting[waits++] = value;
            if (waits == STEP) {
                for (double each : waiting) {
                    window[oldest] = each;
                    oldest = (oldest + 1) % WINDOW;
                }
                waits = 0;
                fit();
            }
        }
        return score;
    }

    private void fit() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += window[i];
        }
        mean = sum / size;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            squares += (window[i] - mean) * (window[i] - mean);
        }
        deviation = Math.sqrt(squares / size);
        if (deviation == 0) {
            deviation = LEAST_DEVIATION;
        }
    }

    @Override
    public String name() {
        return "windowed-gaussian";
    }

    @Override
    public String parameters() {
        return "window " + WINDOW + ", step " + STEP;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(window);
        out.putDoubles(waiting);
        out.putInt(size);
        out.putInt(oldest);
        out.putInt(waits);
        out.putDouble(mean);
        out.putDouble(deviation);
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(window);
        in.getDoubles(waiting);
        size = in.getInt();
        oldest = in.getInt();
        waits = in.getInt();
        mean = in.getDouble();
        deviation = in.getDouble();
    }
}
