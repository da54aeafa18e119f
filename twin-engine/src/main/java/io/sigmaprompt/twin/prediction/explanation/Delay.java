package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.twin.prediction.ReferenceHistory;
import io.sigmaprompt.twin.record.ExplanationRecord.Kind;

/**
 * What is measured belongs to commands of a while ago: telemetry, commands or both take longer than the twin believes; only
 * their sum shows. The servos' law, evaluated with the references of {@code t - tau}, is fitted to measured effort: a coarse
 * search over a rough law, then Gauss-Newton with the full one.
 */
final class Delay extends Hypothesis {
    private static final double LONGEST = 0.25;
    /** Servos run in steps of a millisecond, and what they do within one is known so well, seconds. */
    private static final double SYSTEMATIC = 5e-5;

    /** What explains less of what is open by the coarse search is not refined: it would be too small a cause. */
    private static final double HOPELESS = 0.5 * Pursuit.LEAST_SHARE;

    private static final double GRID = 0.002;
    private static final double GROWTH = 0.25;
    private static final int STRIDE = 6;
    private static final int ROUNDS = 4;
    private static final double SLOPE_SECONDS = 0.002;

    private final Consistency laws;
    private final ReferenceHistory references;
    private final int n;
    /** What the delay makes of the servo's contradiction, k n + i, at the delay tried. */
    private final double[] shift;

    /** And how that grows with the delay. */
    private final double[] slope;

    private final double[] change;
    private final double[] position;
    private final double[] still;
    private final double[] inertial;
    private final double[] spare;
    private double tau;
    private int onset;
    private int since;

    Delay(Consistency laws, ReferenceHistory references, int capacity) {
        super(Kind.DELAY, "");
        this.laws = laws;
        this.references = references;
        n = laws.n;
        shift = new double[capacity * n];
        slope = new double[capacity * n];
        change = new double[n];
        position = new double[n];
        still = new double[n];
        inertial = new double[n];
        spare = new double[n];
    }

    @Override
    void fit(Evidence e) {
        gain = 0;
        if (!e.withCommands() || !HypothesisBank.suspicious(e, Evidence.SERVO)) {
            return;
        }
        double best = 0;
        double found = 0;
        onset = 0;
        for (double t = GRID; t <= LONGEST; t += Math.max(GRID, GROWTH * t)) {
            shift(e, t, STRIDE, false, shift);
            double now = bestGain(e, STRIDE);
            if (now > best) {
                best = now;
                found = t;
                onset = since;
            }
        }
        if (!(best > HOPELESS * Math.max(0, e.energy() - e.told()))) {
            return;
        }
        tau = found;
        shift(e, tau, 1, false, shift);
        for (int round = 0; round < ROUNDS; round++) {
            gain = bestGain(e, 1);
            onset = since;
            refine(e, false);
        }
        refine(e, true);
        gain = bestGain(e, 1);
        onset = since;
        if (onset > 0) {
            gain += exempt(e, false);
        }
        parameters = onset > 0 ? 2 + n : 1;
        value = tau;
    }

    /** One step of Gauss-Newton; the slope is always the rough law's. */
    private void refine(Evidence e, boolean exact) {
        shift(e, tau, 1, false, shift);
        shift(e, tau + SLOPE_SECONDS, 1, false, slope);
        for (int at = 0; at < e.count * n; at++) {
            slope[at] = (slope[at] - shift[at]) / SLOPE_SECONDS;
        }
        if (exact) {
            shift(e, tau, 1, true, shift);
        }
        double xx = 0;
        double xy = 0;
        for (int k = onset; k < e.count; k++) {
            for (int i = 0; i < n; i++) {
                int at = e.at(k, Evidence.SERVO, i);
                double w = e.weight[at] * e.weight[at];
                double x = slope[k * n + i];
                xx += w * x * x;
                xy += w * x * (e.open[at] - shift[k * n + i]);
            }
        }
        if (!(xx > 0)) {
            return;
        }
        sigma = Math.sqrt(1 / xx + SYSTEMATIC * SYSTEMATIC);
        double next = Math.max(0, Math.min(LONGEST, tau + xy / xx));
        for (int at = 0; at < e.count * n; at++) {
            shift[at] += slope[at] * (next - tau);
        }
        tau = next;
    }

    /** How much of the servos' contradictions the shift explains from the best sample on, which is left in since. */
    private double bestGain(Evidence e, int stride) {
        double gain = 0;
        double best = 0;
        since = 0;
        int last = (e.count - 1) / stride * stride;
        for (int k = last; k >= 0; k -= stride) {
            for (int i = 0; i < n; i++) {
                int at = e.at(k, Evidence.SERVO, i);
                double open = e.open[at] * e.weight[at];
                double left = (e.open[at] - shift[k * n + i]) * e.weight[at];
                gain += open * open - left * left;
            }
            double now = stride * gain - (k > 0 ? 12 : 0);
            if (now > best) {
                best = now;
                since = k;
            }
        }
        return best;
    }

    /** Differences across the instant at which telemetry grew late tell of no motion: what they hold, and away with it. */
    private double exempt(Evidence e, boolean remove) {
        double held = 0;
        for (int k = Math.max(0, onset - 1); k <= Math.min(e.count - 1, onset + 1); k++) {
            for (int i = 0; i < n; i++) {
                for (int c = 0; c < Evidence.CHANNELS; c++) {
                    if (c == Evidence.SERVO) {
                        continue;
                    }
                    int at = e.at(k, c, i);
                    double z = e.open[at] * e.weight[at];
                    held += z * z;
                    if (remove) {
                        e.open[at] = 0;
                    }
                }
            }
        }
        return held;
    }

    /** What the servos would have applied under references of {@code by} seconds before, beyond what they should. */
    private void shift(Evidence e, double by, int stride, boolean exact, double[] out) {
        long ago = Math.round(by * 1e9);
        int back = -1;
        for (int k = 0; k < e.count; k += stride) {
            long then = Consistency.decided(e.nanos[k]) - ago;
            back = back < 0 ? references.before(then) : references.advance(back, then);
            if (back < 0) {
                for (int i = 0; i < n; i++) {
                    out[k * n + i] = 0;
                }
                continue;
            }
            references.evaluate(back, then);
            shift(e, k, exact, out);
        }
    }

    private void shift(Evidence e, int k, boolean exact, double[] out) {
        for (int i = 0; i < n; i++) {
            change[i] = references.acceleration()[i] - e.referenceAcceleration[k * n + i];
        }
        if (exact && laws.feedForward) {
            System.arraycopy(e.position, k * n, position, 0, n);
            laws.inertialEffort(position, change, still, inertial, spare);
        }
        for (int i = 0; i < n; i++) {
            int at = k * n + i;
            double velocity = references.velocity()[i];
            double fed = 0;
            if (laws.feedForward) {
                fed = exact ? inertial[i] : laws.inertia[i] * change[i];
                fed += laws.joints.joint(i).dynamics().damping() * (velocity - e.referenceVelocity[at])
                        + laws.joints.joint(i).dynamics().friction()
                                * (Consistency.direction(velocity) - Consistency.direction(e.referenceVelocity[at]));
            }
            double all = laws.gains[i].kp() * (references.position()[i] - e.reference[at])
                    + laws.gains[i].kd() * (velocity - e.referenceVelocity[at])
                    + fed;
            out[at] = Double.isNaN(all) ? 0 : all;
        }
    }

    @Override
    void remove(Evidence e, double[] part) {
        for (int k = onset; k < e.count; k++) {
            for (int i = 0; i < n; i++) {
                e.open[e.at(k, Evidence.SERVO, i)] -= shift[k * n + i];
            }
        }
        if (onset > 0) {
            exempt(e, true);
        }
    }

    @Override
    String unit() {
        return "s";
    }

    @Override
    String text() {
        return number(
                "what is measured follows commands %.2f ± %.2f ms late (telemetry and commands together)",
                1e3 * value, 1e3 * sigma);
    }
}
