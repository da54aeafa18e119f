package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;

/**
 * An alarm changed its state (ISA-18.2 names them).
 *
 * @param id the alarm's name
 * @param state its state from now on
 * @param text one sentence for people
 * @param by who acknowledged it, else empty
 */
public record AlarmRecord(
        String robot, long simNanos, String id, Priority priority, State state, String text, String by)
        implements OutputRecord {
    /** How soon an operator must act. */
    public enum Priority {
        LOW,
        MEDIUM,
        HIGH
    }

    /** Where an alarm is in its life. */
    public enum State {
        /** Its cause is there and nobody has seen it. */
        UNACKNOWLEDGED,
        /** Its cause is there and somebody has seen it. */
        ACKNOWLEDGED,
        /** Its cause is gone, but nobody has seen it yet. */
        RETURNED_UNACKNOWLEDGED,
        /** Its cause is gone. */
        NORMAL
    }

    @Override
    public void encode(CanonicalOutput out) {
        out.putString(robot);
        out.putLong(simNanos);
        out.putString(id);
        out.putEnum(priority);
        out.putEnum(state);
        out.putString(text);
        out.putString(by);
    }
}
