package io.sigmaprompt.twin.maintenance.trend;

import org.apache.commons.math3.special.Gamma;

/**
 * Wear that never heals, as a gamma process: growth over a use t is gamma distributed with shape {@code shapeRate · t}
 * (van Noortwijk, "A survey of the application of gamma processes in maintenance", Reliability Engineering & System Safety
 * 94, 2009). For indicators read without noise, such as wear depth or damage sums; the parameters are by the method of moments
 * (Çinlar, Bažant, Osman, 1977).
 */
public final class GammaProcess {
    private static final int PARTS = 41;

    private final double last;
    private final double span;
    private final double shapeRate;
    private final double scale;
    private final double freedom;

    private GammaProcess(double last, double span, double shapeRate, double scale, double freedom) {
        this.last = last;
        this.span = span;
        this.shapeRate = shapeRate;
        this.scale = scale;
        this.freedom = freedom;
    }

    /**
     * The process.
     *
     * @throws IllegalArgumentException if there are fewer than five readings, if one falls, or if none rises
     */
    public static GammaProcess of(DegradationSeries series) {
        int n = series.size();
        if (n < WienerProcess.LEAST_READINGS) {
            throw new IllegalArgumentException("expected at least 5 readings, found " + n);
        }
        double span = series.use()[n - 1] - series.use()[0];
        double rise = series.value()[n - 1] - series.value()[0];
        double rate = rise / span;
        double squares = 0;
        double uses = 0;
        for (int i = 1; i < n; i++) {
            double dt = series.use()[i] - series.use()[i - 1];
            double dx = series.value()[i] - series.value()[i - 1];
            if (dx < 0) {
                throw new IllegalArgumentException("reading " + i + " falls: a gamma process never does");
            }
            squares += (dx - rate * dt) * (dx - rate * dt);
            uses += dt * dt;
        }
        if (!(rise > 0)) {
            throw new IllegalArgumentException("no reading rises");
        }
        double scale = Math.max(squares / (rise * (1 - uses / (span * span))), 1e-9 * rise);
        return new GammaProcess(series.value()[n - 1], span, rate / scale, scale, n - 2);
    }

    /** Growth a unit of use. */
    public double rate() {
        return shapeRate * scale;
    }

    /** The use left until a threshold is passed, averaged over the rates that may be. */
    public LifeForecast until(double threshold, double coverage) {
        double distance = threshold - last;
        double[] student = Normal.spread(PARTS, freedom);
        double deviation = 1 / Math.sqrt(shapeRate * span);
        double start = Math.max(distance, scale) / rate();
        return PassageTime.of(
                use -> {
                    double sum = 0;
                    for (double away : student) {
                        // A rate is positive: its logarithm has the scatter.
                        double shape = shapeRate * use * StrictMath.exp(away * deviation);
                        sum += distance <= 0 ? 1 : shape <= 0 ? 0 : Gamma.regularizedGammaQ(shape, distance / scale);
                    }
                    return sum / student.length;
                },
                start,
                coverage);
    }
}
