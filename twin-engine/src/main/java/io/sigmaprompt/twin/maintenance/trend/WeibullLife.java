package io.sigmaprompt.twin.maintenance.trend;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Lives of like parts as a Weibull distribution, from parts that failed and parts that still run (maximum likelihood with
 * right censoring: Lawless, Statistical Models and Methods for Lifetime Data, 2nd ed., section 5.2). What the lives leave
 * open of shape and scale is averaged over a grid, weighted by likelihood.
 */
public final class WeibullLife {
    /** Fewer failures leave shape and scale open. */
    public static final int LEAST_FAILURES = 3;

    private static final int HALF = 20;
    private static final int GRID = 2 * HALF + 1;
    private static final double REACH = 4;

    private final double shape;
    private final double scale;
    private final double[] shapes = new double[GRID * GRID];
    private final double[] scales = new double[GRID * GRID];
    private final double[] weights = new double[GRID * GRID];

    /**
     * The distribution.
     *
     * @param failed lives of parts that failed, above 0
     * @param running ages of parts that still run
     * @throws IllegalArgumentException if fewer than {@link #LEAST_FAILURES} failed, or all at one age
     */
    public WeibullLife(double[] failed, double[] running) {
        if (failed.length < LEAST_FAILURES) {
            throw new IllegalArgumentException(
                    "expected at least " + LEAST_FAILURES + " failures, found " + failed.length);
        }
        double[] all = DoubleStream.concat(Arrays.stream(failed), Arrays.stream(running))
                .toArray();
        double unit = Arrays.stream(failed).max().orElseThrow();
        if (Arrays.stream(failed).min().orElseThrow() == unit
                && Arrays.stream(all).max().orElseThrow() <= unit) {
            throw new IllegalArgumentException("all failed at one age: the shape is not to be told");
        }
        double logs = Arrays.stream(failed).map(StrictMath::log).sum();
        double low = 1e-2;
        double high = 1e3;
        for (int i = 0; i < 200; i++) {
            double middle = Math.sqrt(low * high);
            if (profile(middle, all, failed.length, logs, unit) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        shape = low;
        scale = unit * StrictMath.pow(sum(shape, all, unit) / failed.length, 1 / shape);
        grid(failed, all, logs);
    }

    /** The derivative of the profile likelihood, with its sign turned; rises with the shape. */
    private static double profile(double shape, double[] all, int failures, double logs, double unit) {
        double weighted = 0;
        for (double each : all) {
            if (each > 0) {
                weighted += StrictMath.pow(each / unit, shape) * StrictMath.log(each);
            }
        }
        return weighted / sum(shape, all, unit) - 1 / shape - logs / failures;
    }

    private static double sum(double shape, double[] all, double unit) {
        double sum = 0;
        for (double each : all) {
            sum += StrictMath.pow(each / unit, shape);
        }
        return sum;
    }

    private void grid(double[] failed, double[] all, double logs) {
        double step = REACH / Math.sqrt(failed.length) / HALF;
        double best = logLikelihood(shape, scale, failed.length, all, logs);
        double total = 0;
        for (int i = 0; i < GRID; i++) {
            for (int j = 0; j < GRID; j++) {
                int at = i * GRID + j;
                shapes[at] = shape * StrictMath.exp((i - HALF) * step);
                scales[at] = scale * StrictMath.exp((j - HALF) * step * 1.5 / shape);
                weights[at] = StrictMath.exp(logLikelihood(shapes[at], scales[at], failed.length, all, logs) - best);
                total += weights[at];
            }
        }
        for (int at = 0; at < weights.length; at++) {
            weights[at] /= total;
        }
    }

    private static double logLikelihood(double shape, double scale, int failures, double[] all, double logs) {
        double exposure = sum(shape, all, scale);
        return failures * (StrictMath.log(shape) - shape * StrictMath.log(scale)) + (shape - 1) * logs - exposure;
    }

    /** Above 1: the older, the likelier to fail. */
    public double shape() {
        return shape;
    }

    /** The age by which 63 % have failed. */
    public double scale() {
        return scale;
    }

    /** What a part of this age that still runs has left. */
    public LifeForecast left(double age, double coverage) {
        double[] alive = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < alive.length; i++) {
            alive[i] = weights[i] * StrictMath.exp(-StrictMath.pow(age / scales[i], shapes[i]));
            sum += alive[i];
        }
        if (sum == 0) {
            return new LifeForecast(0, 0, 0, coverage);
        }
        double survived = sum;
        return PassageTime.of(
                use -> {
                    double left = 0;
                    for (int i = 0; i < alive.length; i++) {
                        left += weights[i] * StrictMath.exp(-StrictMath.pow((age + use) / scales[i], shapes[i]));
                    }
                    return 1 - left / survived;
                },
                scale,
                coverage);
    }
}
