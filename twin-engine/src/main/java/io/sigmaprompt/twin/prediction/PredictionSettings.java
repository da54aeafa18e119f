package io.sigmaprompt.twin.prediction;

/**
 * The ghost.
 *
 * @param horizonNanos how far ahead it runs, and so how old the estimate is that it started from
 */
public record PredictionSettings(long horizonNanos) {
    public static final PredictionSettings DEFAULT = new PredictionSettings(100_000_000);
}
