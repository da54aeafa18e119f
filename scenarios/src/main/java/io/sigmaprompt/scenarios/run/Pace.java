package io.sigmaprompt.scenarios.run;

/**
 * Says when a tick is due: session time runs at a multiple of the time outside from an anchor on, so that no error adds
 * up. Held by the run's thread; {@link #sessionNanos} may be read from any.
 */
final class Pace {
    /** From the moment {@code wallNanos} on session time runs from {@code simNanos} at {@code speed}; 0 stands still. */
    private record Anchor(long wallNanos, long simNanos, double speed) {}

    private final RunClock clock;
    private volatile Anchor anchor = new Anchor(0, 0, 0);
    private long worstLagNanos;

    Pace(RunClock clock) {
        this.clock = clock;
    }

    /** Session time runs on from here. */
    void run(long simNanos, double speed) {
        anchor = new Anchor(clock.nanos(), simNanos, speed);
    }

    /** Session time stands still here. */
    void freeze(long simNanos) {
        run(simNanos, 0);
    }

    /** Sees to it that session time runs at {@code speed}; where it ran at another it runs on from here. */
    void follow(long simNanos, double speed) {
        if (anchor.speed != speed) {
            run(simNanos, speed);
        }
    }

    /** What time it is in the session, were every tick made exactly when it is due. */
    long sessionNanos() {
        Anchor now = anchor;
        return now.simNanos + (long) ((clock.nanos() - now.wallNanos) * now.speed);
    }

    /** How long until a session time is due, nanoseconds outside; negative where it is late. */
    long nanosUntil(long simNanos) {
        Anchor now = anchor;
        long due = now.wallNanos + (long) ((simNanos - now.simNanos) / now.speed);
        long left = due - clock.nanos();
        worstLagNanos = Math.max(worstLagNanos, -left);
        return left;
    }

    /** The furthest that a tick was late. */
    long worstLagNanos() {
        return worstLagNanos;
    }
}
