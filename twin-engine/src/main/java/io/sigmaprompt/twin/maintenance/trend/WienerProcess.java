package io.sigmaprompt.twin.maintenance.trend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Wear as a Wiener process with drift, read with noise: x grows by drift · t + diffusion · W(t), a reading is x plus noise
 * (Whitmore, "Estimating degradation by a Wiener diffusion process subject to measurement error", Lifetime Data Analysis
 * 1, 1995; remaining life as the first passage with uncertain drift: Si, Wang, Hu, Chen, Zhou, "A Wiener-process-based
 * degradation model with a recursive filter algorithm for remaining useful life estimation", Mechanical Systems and
 * Signal Processing 35, 2013). How much is noise and how much diffusion is not taken for known: each share of a grid has its
 * own Kalman filter, which knows neither level nor drift at first, and counts by its likelihood.
 */
public final class WienerProcess {
    /** Fewer readings tell nothing of diffusion and noise. */
    public static final int LEAST_READINGS = 5;

    private static final double[] NOISE_SHARES = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.9999};

    /** A variance that stands for knowing nothing, in those of the readings. */
    private static final double UNKNOWN = 1e7;

    /** Shares less likely than this part of the likeliest are left out. */
    private static final double UNLIKELY = 0.03;

    /** No noise at all is believed beforehand as much as so many shares of it: the wider answer in doubt. */
    private static final double NO_NOISE = 6;

    private static final int PARTS = 7;

    private final List<Filter> filters;
    private final Filter likeliest;
    private final double freedom;
    private final double step;

    private WienerProcess(List<Filter> filters, Filter likeliest, int readings, double step) {
        this.filters = filters;
        this.likeliest = likeliest;
        this.step = step;
        freedom = readings - 2;
    }

    /**
     * The processes that may be.
     *
     * @throws IllegalArgumentException if there are fewer than {@link #LEAST_READINGS} readings
     */
    public static WienerProcess of(DegradationSeries series) {
        int n = series.size();
        if (n < LEAST_READINGS) {
            throw new IllegalArgumentException("expected at least " + LEAST_READINGS + " readings, found " + n);
        }
        double step = (series.use()[n - 1] - series.use()[0]) / (n - 1);
        List<Filter> all = new ArrayList<>();
        for (double share : NOISE_SHARES) {
            Filter filter = new Filter((1 - share) / step, share);
            filter.run(series, step);
            all.add(filter);
        }
        Filter likeliest = Collections.max(all, Comparator.comparingDouble(each -> each.likelihood));
        for (Filter each : all) {
            each.weight = StrictMath.exp(each.likelihood - likeliest.likelihood);
        }
        all.getFirst().weight *= NO_NOISE;
        double most = all.stream().mapToDouble(each -> each.weight).max().orElseThrow();
        all.removeIf(each -> each.weight < UNLIKELY * most);
        return new WienerProcess(all, likeliest, n, step);
    }

    /** Growth a unit of use. */
    public double drift() {
        return likeliest.drift;
    }

    public double driftDeviation() {
        return Math.sqrt(likeliest.p11 * likeliest.scale);
    }

    /** Where it is after the last reading, without its noise. */
    public double level() {
        return likeliest.level;
    }

    /** Standard deviation of what is added to the drift in one unit of use. */
    public double diffusion() {
        return Math.sqrt(likeliest.q * likeliest.scale);
    }

    /** Standard deviation of a reading around the process. */
    public double noise() {
        return Math.sqrt(likeliest.r * likeliest.scale);
    }

    /**
     * The use left until the process first reaches a threshold above it: inverse Gaussian for each level, drift and
     * diffusion that may be, averaged over these.
     */
    public LifeForecast until(double threshold, double coverage) {
        double[] student = Normal.spread(PARTS, freedom);
        double[] normal = Normal.spread(PARTS);
        double away = threshold - likeliest.level;
        double scale = likeliest.drift > 0 ? Math.max(away / likeliest.drift, step) : step;
        double weights = filters.stream().mapToDouble(each -> each.weight).sum();
        return PassageTime.of(
                use -> {
                    double sum = 0;
                    for (Filter each : filters) {
                        sum += each.weight / weights * each.within(use, threshold, student, normal);
                    }
                    return sum;
                },
                scale,
                coverage);
    }

    /** The probability that a Wiener process passes {@code distance} within {@code use} (Chhikara, Folks, 1989). */
    static double within(double use, double distance, double drift, double diffusion) {
        if (distance <= 0) {
            return 1;
        }
        if (use <= 0) {
            return 0;
        }
        double spread = diffusion * Math.sqrt(use);
        if (spread < 1e-12 * distance) {
            return drift * use >= distance ? 1 : 0;
        }
        double mirrored =
                2 * drift * distance / (diffusion * diffusion) + Normal.logBelow(-(distance + drift * use) / spread);
        return Normal.below((drift * use - distance) / spread) + StrictMath.exp(Math.min(0, mirrored));
    }

    /** A Kalman filter of level and drift; variances in units of a scale that is told at the end. */
    private static final class Filter {
        private final double q;
        private final double r;
        private double level;
        private double drift;
        private double p00;
        private double p01;
        private double p11;
        private double scale;
        private double likelihood;
        private double weight;

        Filter(double q, double r) {
            this.q = q;
            this.r = r;
        }

        /** The probability to pass the threshold, over the levels and drifts that may be. */
        double within(double use, double threshold, double[] student, double[] normal) {
            double levelGain = p11 > 0 ? p01 / p11 : 0;
            double driftDeviation = Math.sqrt(p11 * scale);
            double rest = Math.sqrt(Math.max(0, p00 - levelGain * p01) * scale);
            double diffusion = Math.sqrt(q * scale);
            double sum = 0;
            for (double slope : student) {
                double from = level + levelGain * slope * driftDeviation;
                for (double height : normal) {
                    sum += WienerProcess.within(
                            use, threshold - from - height * rest, drift + slope * driftDeviation, diffusion);
                }
            }
            return sum / (student.length * normal.length);
        }

        void run(DegradationSeries series, double step) {
            double[] use = series.use();
            double[] value = series.value();
            level = value[0];
            p00 = r;
            p11 = UNKNOWN / (step * step);
            double squares = 0;
            double logs = 0;
            for (int i = 1; i < use.length; i++) {
                double dt = use[i] - use[i - 1];
                level += drift * dt;
                p00 += dt * (2 * p01 + dt * p11) + q * dt;
                p01 += dt * p11;
                double innovation = value[i] - level;
                double variance = p00 + r;
                double k0 = p00 / variance;
                double k1 = p01 / variance;
                level += k0 * innovation;
                drift += k1 * innovation;
                p11 -= k1 * p01;
                p01 -= k0 * p01;
                p00 -= k0 * p00;
                if (i > 1) {
                    squares += innovation * innovation / variance;
                    logs += StrictMath.log(variance);
                }
            }
            int freedom = use.length - 2;
            scale = Math.max(squares / freedom, Double.MIN_NORMAL);
            likelihood = -0.5 * (freedom * StrictMath.log(scale) + logs);
        }
    }
}
