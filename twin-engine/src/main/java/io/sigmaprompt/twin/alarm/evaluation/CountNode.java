package io.sigmaprompt.twin.alarm.evaluation;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;

/** Came at least so often within a time. */
final class CountNode extends Node {
    private final Node part;
    private final RecentTimes comings;
    private final long nanos;
    private boolean before;

    CountNode(Node part, int times, long nanos) {
        this.part = part;
        this.nanos = nanos;
        comings = new RecentTimes(times);
    }

    @Override
    boolean evaluate(long now) {
        boolean here = part.evaluate(now);
        if (here && !before) {
            comings.add(now);
        }
        before = here;
        return comings.atLeast(comings.capacity(), now - nanos);
    }

    @Override
    public void save(CanonicalOutput out) {
        comings.save(out);
        out.putBoolean(before);
    }

    @Override
    public void restore(CanonicalInput in) {
        comings.restore(in);
        before = in.getBoolean();
    }
}
