package io.sigmaprompt.twin.estimation.effort;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.Arrays;

/**
 * Which joints, or feet, are touched: each by a torque or force that stays above a threshold for a while, and no longer by
 * one that stays below a lower threshold for a while. Thresholds are the larger of a value and so many standard
 * deviations.
 */
public final class ContactState implements Restorable {
    /**
     * When something touches.
     *
     * @param least N m or N below which nothing counts as touch
     * @param beginSigma so many standard deviations begin a contact
     * @param endShare the share of the threshold at which it ends
     * @param holdNanos so long either must last
     */
    public record Settings(double least, double beginSigma, double endShare, long holdNanos) {
        /** For torques of an arm's joints: 2 N m or 5 sigma for 10 ms. */
        public static final Settings JOINTS = new Settings(2, 5, 0.5, 10_000_000);

        /** For the force on a foot: 20 N or 5 sigma for 10 ms. */
        public static final Settings FEET = new Settings(20, 5, 0.5, 10_000_000);
    }

    private static final long NOT = Long.MIN_VALUE;

    private final Settings settings;
    private final boolean[] touched;

    /** Since when each has been on the other side. */
    private final long[] since;

    public ContactState(int n, Settings settings) {
        this.settings = settings;
        touched = new boolean[n];
        since = new long[n];
        Arrays.fill(since, NOT);
    }

    /**
     * Takes what acts on one of them; not known is no news.
     *
     * @param value N m or N, of either sign
     * @param variance of value
     */
    public void update(long nanos, int i, double value, double variance) {
        if (Double.isNaN(value) || Double.isNaN(variance)) {
            since[i] = NOT;
            return;
        }
        double threshold = Math.max(settings.least(), settings.beginSigma() * Math.sqrt(variance));
        double size = Math.abs(value);
        boolean other = touched[i] ? size < settings.endShare() * threshold : size > threshold;
        if (!other) {
            since[i] = NOT;
        } else if (since[i] == NOT || since[i] > nanos) {
            since[i] = nanos;
        }
        if (since[i] != NOT && nanos - since[i] >= settings.holdNanos()) {
            touched[i] = !touched[i];
            since[i] = NOT;
        }
    }

    /** Live. */
    public boolean[] touched() {
        return touched;
    }

    @Override
    public void save(CanonicalOutput out) {
        for (int i = 0; i < touched.length; i++) {
            out.putBoolean(touched[i]);
            out.putLong(since[i]);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        for (int i = 0; i < touched.length; i++) {
            touched[i] = in.getBoolean();
            since[i] = in.getLong();
        }
    }
}
