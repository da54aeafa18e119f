package io.sigmaprompt.twin.maintenance.health;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/**
 * Play of a transmission: the difference of two positions jumps by it as the load turns round, and grows with the load by
 * the transmission's compliance (an ideal dead zone in series with a spring: Nordin, Gutman, "Controlling mechanical
 * systems with backlash - a survey", Automatica 38, 2002). difference = offset + compliance · load + play/2 · sign(load) +
 * lag · velocity.
 */
final class PlayFit implements Restorable {
    /** Load, in effort limits, below which it is not told to which side the play is closed. */
    private static final double LEAST_LOAD = 0.02;

    /** So many looks must be there with the load on either side. */
    private static final int LEAST_LOOKS = 10;

    /** Error of a position, rad or m, that is never believed to be smaller. */
    private static final double RESOLUTION = 1e-7;

    private final double limit;
    private final EvidenceRegression fit;
    private final double[] x = new double[4];
    private double left;
    private double right;

    PlayFit(double limit, double memory) {
        this.limit = limit;
        fit = new EvidenceRegression(memory, new double[4], new double[] {10, 0.05, 0.05, 0.1}, RESOLUTION);
    }

    /** Takes a look at a difference of positions under a load. */
    void add(double difference, double load, double velocity) {
        if (Double.isNaN(difference) || Math.abs(load) < LEAST_LOAD * limit) {
            return;
        }
        x[0] = 1;
        x[1] = load / limit;
        x[2] = Math.signum(load);
        x[3] = velocity;
        fit.add(x, difference);
        if (load > 0) {
            right++;
        } else {
            left++;
        }
    }

    boolean heard() {
        return left + right > 0;
    }

    /** Whether the load has been on both sides. */
    boolean reversed() {
        return Math.min(left, right) >= LEAST_LOOKS;
    }

    /** rad or m. */
    double play() {
        return 2 * fit.value(2);
    }

    double deviation() {
        return 2 * fit.deviation(2);
    }

    double evidence() {
        return fit.evidence();
    }

    @Override
    public void save(CanonicalOutput out) {
        fit.save(out);
        out.putDouble(left);
        out.putDouble(right);
    }

    @Override
    public void restore(CanonicalInput in) {
        fit.restore(in);
        left = in.getDouble();
        right = in.getDouble();
    }
}
