package io.sigmaprompt.twin.alarm.evaluation;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;

/** Comes at most a time after something else was so, and counts as long as it stays. */
final class WithinNode extends Node {
    private static final long NEVER = -1;

    private final Node part;
    private final Node after;
    private final long nanos;
    private long lastAfter = NEVER;
    private boolean partBefore;
    private boolean so;

    WithinNode(Node part, Node after, long nanos) {
        this.part = part;
        this.after = after;
        this.nanos = nanos;
    }

    @Override
    boolean evaluate(long now) {
        if (after.evaluate(now)) {
            lastAfter = now;
        }
        boolean here = part.evaluate(now);
        if (here && !partBefore) {
            so = lastAfter != NEVER && now - lastAfter <= nanos;
        } else if (!here) {
            so = false;
        }
        partBefore = here;
        return so;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putLong(lastAfter);
        out.putBoolean(partBefore);
        out.putBoolean(so);
    }

    @Override
    public void restore(CanonicalInput in) {
        lastAfter = in.getLong();
        partBefore = in.getBoolean();
        so = in.getBoolean();
    }
}
