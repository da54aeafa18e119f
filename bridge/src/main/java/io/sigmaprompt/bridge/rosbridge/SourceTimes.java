package io.sigmaprompt.bridge.rosbridge;

/**
 * The source times of one topic. Some robots leave every header's stamp at 0; one clock reading of 0 may be the start of
 * a simulation's clock, two in a row are none. Used by one thread at a time.
 */
final class SourceTimes {
    private boolean zeroBefore;

    /** The stamp, or when it was received where the robot does not stamp. */
    long of(long stamp, long receivedNanos) {
        boolean unstamped = stamp == 0 && zeroBefore;
        zeroBefore = stamp == 0;
        return unstamped ? receivedNanos : stamp;
    }
}
