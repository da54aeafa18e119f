package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;

/**
 * Something worth telling that is no finding: a wire lost, a frame refused, a prediction not to be had.
 *
 * @param topic what it is about, as {@code link} or {@code telemetry}
 */
public record NoticeRecord(String robot, long simNanos, Level level, String topic, String text)
        implements OutputRecord {
    /** How much it matters. */
    public enum Level {
        INFO,
        WARNING
    }

    @Override
    public void encode(CanonicalOutput out) {
        out.putString(robot);
        out.putLong(simNanos);
        out.putEnum(level);
        out.putString(topic);
        out.putString(text);
    }
}
