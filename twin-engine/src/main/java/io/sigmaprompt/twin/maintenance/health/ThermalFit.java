package io.sigmaprompt.twin.maintenance.health;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.Arrays;

/**
 * The rise of a joint's temperature for its load, in effort limits or A: T = ambient + R x(t) + c exp(-t/tau), where x is the squared load behind
 * a first-order lag tau (one thermal mass: Incropera, DeWitt, Fundamentals of Heat and Mass Transfer, section 5.1), and c
 * what the joint was warmer than that at first. The lag is not taken for known: each of a bank has its own regression and
 * counts by its likelihood, and how far they disagree is part of the deviation. The ambient is 20 °C ± 15 K unless it is
 * measured.
 */
final class ThermalFit implements Restorable {
    static final double USUAL_AMBIENT = 293.15;
    private static final double[] LAGS = {15, 21, 30, 42, 60, 85, 120, 170, 240, 340, 480, 680, 960, 1360, 1920};
    private static final double AMBIENT_DOUBT = 15;
    private static final double MEASURED_DOUBT = 0.5;
    private static final double WARMTH = 60;

    /** How large a resistance may be: K for a squared load of 1, which is in effort limits or A. */
    private static final double MOST_RISE = 5000;

    /** No squared load is larger. */
    private static final double BELIEVABLE = 1e9;

    /** Error of a temperature, K, that is never believed to be smaller. */
    private static final double RESOLUTION = 1e-3;

    private final double memory;
    private final double[] lagged = new double[LAGS.length];
    private final double[] fading = new double[LAGS.length];
    private final EvidenceRegression[] measured = new EvidenceRegression[LAGS.length];
    private final EvidenceRegression[] unmeasured = new EvidenceRegression[LAGS.length];
    private final double[] weight = new double[LAGS.length];
    private final double[] x = new double[3];
    private boolean ambientKnown;
    private boolean begun;
    private boolean warmed;

    ThermalFit(double memory) {
        this.memory = memory;
        Arrays.fill(fading, 1);
        for (int k = 0; k < LAGS.length; k++) {
            measured[k] = fit(MEASURED_DOUBT);
            unmeasured[k] = fit(AMBIENT_DOUBT);
        }
    }

    private EvidenceRegression fit(double doubt) {
        return new EvidenceRegression(memory, new double[3], new double[] {MOST_RISE, doubt, WARMTH}, RESOLUTION);
    }

    /** Lets the load warm the joint for a while; what no sensor measures does not. */
    void load(double square, double seconds) {
        if (!(square < BELIEVABLE)) {
            return;
        }
        warmed = true;
        for (int k = 0; k < LAGS.length; k++) {
            double gain = seconds / (LAGS[k] + seconds);
            lagged[k] += gain * (square - lagged[k]);
            fading[k] -= gain * fading[k];
        }
    }

    /**
     * Takes a mean temperature.
     *
     * @param ambient K; NaN where it is not measured
     */
    void temperature(double temperature, double ambient) {
        if (!warmed) {
            return;
        }
        if (!begun) {
            begun = true;
            ambientKnown = !Double.isNaN(ambient);
        }
        if (ambientKnown && Double.isNaN(ambient)) {
            return;
        }
        for (int k = 0; k < LAGS.length; k++) {
            x[0] = lagged[k];
            x[1] = 1;
            x[2] = fading[k];
            bank()[k].add(x, temperature - (ambientKnown ? ambient : USUAL_AMBIENT));
        }
        weigh();
    }

    private EvidenceRegression[] bank() {
        return ambientKnown ? measured : unmeasured;
    }

    private void weigh() {
        double least = Double.POSITIVE_INFINITY;
        for (EvidenceRegression each : bank()) {
            least = Math.min(least, Math.max(each.noise(), Double.MIN_NORMAL));
        }
        double looks = Math.max(evidence(), 1);
        double sum = 0;
        for (int k = 0; k < LAGS.length; k++) {
            double ratio = Math.max(bank()[k].noise(), Double.MIN_NORMAL) / least;
            weight[k] = StrictMath.exp(-0.5 * looks * StrictMath.log(ratio));
            sum += weight[k];
        }
        for (int k = 0; k < LAGS.length; k++) {
            weight[k] /= sum;
        }
    }

    /** Looks that count, by the fit that hangs together least. */
    double evidence() {
        double most = 0;
        for (EvidenceRegression each : bank()) {
            most = Math.max(most, each.evidence());
        }
        return most;
    }

    boolean ambientKnown() {
        return ambientKnown;
    }

    /** K for a squared load of 1. */
    double resistance() {
        double mean = 0;
        for (int k = 0; k < LAGS.length; k++) {
            mean += weight[k] * bank()[k].value(0);
        }
        return mean;
    }

    double deviation() {
        double mean = resistance();
        double variance = 0;
        for (int k = 0; k < LAGS.length; k++) {
            double away = bank()[k].value(0) - mean;
            double own = bank()[k].deviation(0);
            variance += weight[k] * (own * own + away * away);
        }
        return Math.sqrt(variance);
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(lagged);
        out.putDoubles(fading);
        out.putDoubles(weight);
        out.putBoolean(ambientKnown);
        out.putBoolean(begun);
        out.putBoolean(warmed);
        for (EvidenceRegression each : bank()) {
            each.save(out);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(lagged);
        in.getDoubles(fading);
        in.getDoubles(weight);
        ambientKnown = in.getBoolean();
        begun = in.getBoolean();
        warmed = in.getBoolean();
        for (EvidenceRegression each : bank()) {
            each.restore(in);
        }
    }
}
