package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;

/**
 * What a finding rests on.
 *
 * @param detector the detector that found it, by its name in lower case, as {@code hampel}
 * @param signal what it looked at, as {@code elbow_joint/effort}; empty where it is about the whole robot
 * @param fromNanos session time at which what was found began, at most the time at which it was found
 * @param score how unusual it is: 0 is usual, 1 is never seen; calibrated, so that detectors can be compared
 * @param parameters the detector's parameters, as {@code window 300, threshold 6 σ}
 */
public record Evidence(String detector, String signal, long fromNanos, double score, String parameters) {
    /** Writes all of it, for a snapshot. */
    public void save(CanonicalOutput out) {
        out.putString(detector);
        out.putString(signal);
        out.putLong(fromNanos);
        out.putDouble(score);
        out.putString(parameters);
    }

    /** Reads what {@link #save} wrote. */
    public static Evidence restored(CanonicalInput in) {
        return new Evidence(in.getString(), in.getString(), in.getLong(), in.getDouble(), in.getString());
    }
}
