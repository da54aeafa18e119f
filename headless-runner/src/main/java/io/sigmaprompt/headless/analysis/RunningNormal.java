package io.sigmaprompt.headless.analysis;

import java.util.Arrays;

/**
 * Where each signal of a row stands against the rows before it: less their fading mean, over their fading standard
 * deviation, at most five of them away. A missing value stands where the last one stood. A signal that only drifts, as a
 * temperature does, stands at 0: where it is says when it was, not what happened.
 */
final class RunningNormal {
    private static final double MOST = 5;
    private static final double HORIZON = 10_000;
    /** A signal drifts if its steps are this share of its spread, or less. */
    private static final double DRIFT = 0.1;

    private static final double LEAST_DEVIATION = 1e-3;

    private final double[] mean;
    private final double[] square;
    private final double[] stepSquare;
    private final double[] last;
    private double seen;

    RunningNormal(int signals) {
        mean = new double[signals];
        square = new double[signals];
        stepSquare = new double[signals];
        last = new double[signals];
        Arrays.fill(last, Double.NaN);
    }

    /** Learns a row and writes where it stands. Modified: {@code out}. */
    void next(double[] values, double[] out) {
        seen = Math.min(seen + 1, HORIZON);
        for (int i = 0; i < values.length; i++) {
            double value = Double.isFinite(values[i]) ? values[i] : last[i];
            out[i] = Double.isNaN(value) ? 0 : next(i, value);
            last[i] = value;
        }
    }

    private double next(int i, double value) {
        double step = Double.isNaN(last[i]) ? 0 : value - last[i];
        double off = value - mean[i];
        mean[i] += off / seen;
        square[i] += (off * (value - mean[i]) - square[i]) / seen;
        stepSquare[i] += (step * step - stepSquare[i]) / seen;
        double deviation = Math.sqrt(square[i]);
        if (Math.sqrt(stepSquare[i]) <= DRIFT * deviation) {
            return 0;
        }
        return Math.clamp((value - mean[i]) / (deviation + LEAST_DEVIATION), -MOST, MOST);
    }
}
