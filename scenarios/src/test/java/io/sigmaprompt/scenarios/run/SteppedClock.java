package io.sigmaprompt.scenarios.run;

import java.util.concurrent.atomic.AtomicLong;

/** A clock that only runs while somebody sleeps, and then a little too long, as real ones do. */
final class SteppedClock implements RunClock {
    private final AtomicLong now = new AtomicLong(123_456_789);
    private final long oversleep;

    SteppedClock(long oversleepNanos) {
        oversleep = oversleepNanos;
    }

    @Override
    public long nanos() {
        return now.get();
    }

    @Override
    public void sleep(long nanos) {
        now.addAndGet(nanos + oversleep);
    }
}
