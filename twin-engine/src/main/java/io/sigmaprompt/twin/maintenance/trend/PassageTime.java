package io.sigmaprompt.twin.maintenance.trend;

import java.util.function.DoubleUnaryOperator;

/** Reads quantiles off a distribution of what is left. */
final class PassageTime {
    private static final double FARTHEST = 1e12;
    private static final int HALVINGS = 60;

    private PassageTime() {}

    /**
     * The forecast of a distribution.
     *
     * @param distribution the probability that it happens within some further use; never falls
     * @param scale a use of about the right size, to start the search at
     */
    static LifeForecast of(DoubleUnaryOperator distribution, double scale, double coverage) {
        double beyond = (1 - coverage) / 2;
        return new LifeForecast(
                quantile(distribution, beyond, scale),
                quantile(distribution, 0.5, scale),
                quantile(distribution, 1 - beyond, scale),
                coverage);
    }

    private static double quantile(DoubleUnaryOperator distribution, double probability, double scale) {
        if (distribution.applyAsDouble(0) >= probability) {
            return 0;
        }
        double high = scale;
        while (distribution.applyAsDouble(high) < probability) {
            high *= 2;
            if (high > FARTHEST * scale) {
                return Double.POSITIVE_INFINITY;
            }
        }
        double low = 0;
        for (int i = 0; i < HALVINGS && high - low > 1e-4 * high; i++) {
            double middle = (low + high) / 2;
            if (distribution.applyAsDouble(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
