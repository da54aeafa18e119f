package io.sigmaprompt.headless.report;

import java.util.ArrayList;
import java.util.List;

/** Round numbers to mark an axis with. */
final class Ticks {
    private Ticks() {}

    /** The multiples of 1, 2 or 5 times a power of ten within [low, high], about {@code wanted} of them. */
    static List<Double> linear(double low, double high, int wanted) {
        double rough = (high - low) / Math.max(1, wanted);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double share = rough / power;
        double step = power * (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10);
        return multiples(low, high, step);
    }

    /** Moments in seconds between 0 and the end, on steps that clocks have. */
    static List<Double> seconds(double end, int wanted) {
        double[] steps = {0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600};
        for (double step : steps) {
            if (end / step <= wanted) {
                return multiples(0, end, step);
            }
        }
        return linear(0, end, wanted);
    }

    private static List<Double> multiples(double low, double high, double step) {
        List<Double> ticks = new ArrayList<>();
        long first = (long) Math.ceil(low / step - 1e-9);
        for (long i = first; i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}
