package io.sigmaprompt.physics.world.contact;

import io.sigmaprompt.physics.constraint.ConstraintSet;
import java.util.Arrays;

/**
 * Newton's law of impact. A contact that closes within the step at the instant t does so at the speed that it has then; it
 * parts at e times that speed, and what weight does to it in the rest of the step is added, so that neither the height from
 * which something falls nor the step changes the law.
 */
final class Bounce {
    /** The last part of the step in which a contact closes, so that some of it remains to part in. */
    private static final double LATEST = 1 - 1e-6;

    private final double threshold;
    private double[] share = new double[64];
    private double[] speed = new double[64];

    /** Below the threshold, m/s, nothing bounces; nor where weight alone changes the speed by half as much in a step. */
    Bounce(double threshold) {
        this.threshold = threshold;
    }

    void clear() {
        Arrays.fill(share, 0);
        Arrays.fill(speed, 0);
    }

    /** Sets the bias of a contact's normal row, if it bounces. */
    void apply(double e, double gap, double dt, ConstraintSet set, int c, double[] start, double[] free) {
        if (!(e > 0)) {
            return;
        }
        double before = set.product(c, 0, start);
        double open = Math.max(0, gap);
        double without = set.product(c, 0, free);
        if (before >= 0 || open + dt * without > 0) {
            return;
        }
        double part = Math.min(LATEST, open / (-before * dt));
        double impact = before + part * (without - before);
        if (-impact < Math.max(threshold, 2 * Math.abs(without - before))) {
            return;
        }
        double away = -e * impact + (1 - part) * (without - before);
        if (away <= 0) {
            return;
        }
        if (share.length <= c) {
            share = Arrays.copyOf(share, 2 * c + 1);
            speed = Arrays.copyOf(speed, 2 * c + 1);
        }
        share[c] = part;
        speed[c] = away;
        set.bias[set.row[c]] = -away;
    }

    /** The part of the step before a contact's constraint closes; 0 where it does not bounce. */
    double share(int c) {
        return c < share.length ? share[c] : 0;
    }

    boolean damp(ConstraintSet set, double factor) {
        boolean any = false;
        for (int c = 0; c < Math.min(set.count(), speed.length); c++) {
            if (speed[c] > 0) {
                speed[c] *= factor;
                set.bias[set.row[c]] = -speed[c];
                any = true;
            }
        }
        return any;
    }
}
