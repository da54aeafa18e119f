package io.sigmaprompt.twin.prediction;

/**
 * The ghost.
 *
 * @param horizonNanos how far ahead it runs, and so how old the estimate is that it started from
 * @param stepNanos its time step: the servos are implicit in it, so that it is stable at any, and its error grows with it
 */
public record PredictionSettings(long horizonNanos, long stepNanos) {
    public static final PredictionSettings DEFAULT = new PredictionSettings(100_000_000);

    /** The given horizon in steps of 4 ms. */
    public PredictionSettings(long horizonNanos) {
        this(horizonNanos, 4_000_000);
    }
}
