package io.sigmaprompt.twin.alarm;

import io.sigmaprompt.twin.alarm.evaluation.RecentTimes;
import io.sigmaprompt.twin.alarm.rule.FloodSettings;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/** Whether alarms come faster than an operator can take them. */
final class FloodWatch implements Restorable {
    private final FloodSettings settings;
    private final RecentTimes raises;
    private int number;
    private boolean active;

    FloodWatch(FloodSettings settings) {
        this.settings = settings;
        raises = new RecentTimes(settings.limit() + 1);
    }

    boolean active() {
        return active;
    }

    /** Which flood it is, from 1; 0 before the first. */
    int number() {
        return number;
    }

    /** An alarm was raised; whether a flood begins with it. */
    boolean raised(long now) {
        raises.add(now);
        if (active || !raises.atLeast(settings.limit() + 1, now - settings.windowNanos())) {
            return false;
        }
        active = true;
        number++;
        return true;
    }

    /** Whether the flood ends now. */
    boolean ends(long now) {
        if (!active || raises.atLeast(settings.limit() / 2 + 1, now - settings.windowNanos())) {
            return false;
        }
        active = false;
        return true;
    }

    @Override
    public void save(CanonicalOutput out) {
        raises.save(out);
        out.putInt(number);
        out.putBoolean(active);
    }

    @Override
    public void restore(CanonicalInput in) {
        raises.restore(in);
        number = in.getInt();
        active = in.getBoolean();
    }
}
