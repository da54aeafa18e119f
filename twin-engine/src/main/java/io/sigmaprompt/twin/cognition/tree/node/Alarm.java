package io.sigmaprompt.twin.cognition.tree.node;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;

/** A node's alarm clock in simulated time. It rings before the first tick at or after its time, in order of time. */
public final class Alarm {
    private final TreeRuntime runtime;
    private final Runnable ring;
    private boolean set;
    private long at;
    private long order;

    Alarm(TreeRuntime runtime, Runnable ring) {
        this.runtime = runtime;
        this.ring = ring;
    }

    /** Lets it ring so much later. */
    public void set(long afterNanos) {
        set = true;
        at = runtime.now() + afterNanos;
        order = runtime.nextOrder();
    }

    public void cancel() {
        set = false;
    }

    boolean due(long now) {
        return set && at <= now;
    }

    boolean before(Alarm other) {
        return at < other.at || at == other.at && order < other.order;
    }

    void ring() {
        set = false;
        ring.run();
    }

    void save(CanonicalOutput out) {
        out.putBoolean(set);
        out.putLong(at);
        out.putLong(order);
    }

    void restore(CanonicalInput in) {
        set = in.getBoolean();
        at = in.getLong();
        order = in.getLong();
    }
}
