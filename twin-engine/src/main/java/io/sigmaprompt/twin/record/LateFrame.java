package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;

/**
 * A frame that came too late to be applied.
 *
 * @param stream its kind and source
 * @param sourceNanos its time by the source's clock
 * @param behindSeconds how much older than the newest it was
 */
public record LateFrame(String stream, long sourceNanos, double behindSeconds) {
    void encode(CanonicalOutput out) {
        out.putString(stream);
        out.putLong(sourceNanos);
        out.putDouble(behindSeconds);
    }
}
