package io.sigmaprompt.twin.telemetry.ingest;

/**
 * What to expect of a source.
 *
 * @param periodNanos expected time between joint states, source clock; the other streams' periods are learnt
 * @param gapFactor silence of so many periods is a gap
 * @param reorderNanos a frame older than the newest by at most this came out of order and is superseded; one still older
 *     is late. Neither moves the twin back; both are counted.
 */
public record IngestSettings(long periodNanos, double gapFactor, long reorderNanos) {
    public static final IngestSettings DEFAULT = new IngestSettings(8_000_000, 5, 16_000_000);
}
