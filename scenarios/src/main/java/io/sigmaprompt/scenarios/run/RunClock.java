package io.sigmaprompt.scenarios.run;

import java.util.concurrent.locks.LockSupport;

/** The time outside a session, so that tests can hold another. */
interface RunClock {
    /** The machine's own. */
    RunClock SYSTEM = new RunClock() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) {
            LockSupport.parkNanos(nanos);
        }
    };

    /** Nanoseconds since some moment; never runs backwards. */
    long nanos();

    /** Waits about so long; may return early. */
    void sleep(long nanos);
}
