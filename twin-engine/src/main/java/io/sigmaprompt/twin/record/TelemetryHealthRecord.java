package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;

/**
 * How telemetry fares; counts are since the session's start.
 *
 * @param applied frames that moved the twin
 * @param duplicates frames seen before
 * @param reordered frames that came out of order but in time
 * @param late frames too old to be applied
 * @param rejected frames that could not be used: unknown joint, wrong length, NaN
 * @param gaps times the source was silent for longer than it should
 * @param overflow frames lost in a full queue
 * @param rateHz frames a second over the last second
 * @param ageSeconds time since the last frame
 */
public record TelemetryHealthRecord(
        String robot,
        long simNanos,
        long applied,
        long duplicates,
        long reordered,
        long late,
        long rejected,
        long gaps,
        long overflow,
        double rateHz,
        double ageSeconds)
        implements OutputRecord {
    @Override
    public void encode(CanonicalOutput out) {
        out.putString(robot);
        out.putLong(simNanos);
        out.putLong(applied);
        out.putLong(duplicates);
        out.putLong(reordered);
        out.putLong(late);
        out.putLong(rejected);
        out.putLong(gaps);
        out.putLong(overflow);
        out.putDouble(rateHz);
        out.putDouble(ageSeconds);
    }
}
