package io.sigmaprompt.twin.alarm.evaluation;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;

/** So for a time without a break. */
final class HeldNode extends Node {
    private static final long NOT = -1;

    private final Node part;
    private final long nanos;
    private long since = NOT;

    HeldNode(Node part, long nanos) {
        this.part = part;
        this.nanos = nanos;
    }

    @Override
    boolean evaluate(long now) {
        if (!part.evaluate(now)) {
            since = NOT;
            return false;
        }
        if (since == NOT) {
            since = now;
        }
        return now - since >= nanos;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putLong(since);
    }

    @Override
    public void restore(CanonicalInput in) {
        since = in.getLong();
    }
}
