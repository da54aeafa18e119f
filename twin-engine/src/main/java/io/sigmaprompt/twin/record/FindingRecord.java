package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;

/**
 * A detector found something, or no longer finds it.
 *
 * @param id the finding's name, one per detector and signal, as {@code residual/elbow_joint}
 * @param kind what kind of thing it is
 * @param joint the joint it is about, empty where it is about the whole robot
 * @param active whether it is found from now on, or gone
 * @param value what was seen
 * @param threshold what it was held against, same unit
 * @param unit of value and threshold
 * @param explanation one sentence for people
 */
public record FindingRecord(
        String robot,
        long simNanos,
        String id,
        Kind kind,
        String joint,
        boolean active,
        double value,
        double threshold,
        String unit,
        String explanation)
        implements OutputRecord {
    /** What can be found. */
    public enum Kind {
        STALE,
        LIMIT,
        RESIDUAL
    }

    @Override
    public void encode(CanonicalOutput out) {
        out.putString(robot);
        out.putLong(simNanos);
        out.putString(id);
        out.putEnum(kind);
        out.putString(joint);
        out.putBoolean(active);
        out.putDouble(value);
        out.putDouble(threshold);
        out.putString(unit);
        out.putString(explanation);
    }
}
