package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;

/**
 * An alarm changed (ANSI/ISA-18.2-2016, the diagram of alarm states).
 *
 * @param id the alarm's name
 * @param priority the one it has now, which escalation may have raised
 * @param state its state from now on
 * @param text one sentence for people
 * @param by who acknowledged, shelved or reset it, else empty
 * @param detail what else there is to tell
 */
public record AlarmRecord(
        String robot, long simNanos, String id, Priority priority, State state, String text, String by, Detail detail)
        implements OutputRecord {
    /** How soon an operator must act. */
    public enum Priority {
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL
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
        NORMAL,
        /** Its cause is gone, nobody has seen it, and it stays until somebody resets it. */
        LATCHED_UNACKNOWLEDGED,
        /** Its cause is gone, somebody has seen it, and it stays until somebody resets it. */
        LATCHED_ACKNOWLEDGED,
        /** An operator does not want to hear of it for a while. */
        SHELVED,
        /** It means nothing in the state the robot is in. */
        SUPPRESSED,
        /** It is taken out of service, for maintenance. */
        OUT_OF_SERVICE;

        /** Whether an operator has yet to see it. */
        public boolean unseen() {
            return this == UNACKNOWLEDGED || this == RETURNED_UNACKNOWLEDGED || this == LATCHED_UNACKNOWLEDGED;
        }

        /** Whether its cause is there and it is neither shelved nor suppressed. */
        public boolean standing() {
            return this == UNACKNOWLEDGED || this == ACKNOWLEDGED;
        }

        /** Whether nobody is to be told of it. */
        public boolean silenced() {
            return this == SHELVED || this == SUPPRESSED || this == OUT_OF_SERVICE;
        }
    }

    /**
     * What else there is to tell of an alarm.
     *
     * @param untilNanos session time at which shelving ends; 0 while it is not shelved
     * @param reason why it was shelved or taken out of service
     * @param group the group it is told with, as {@code arm motors} or {@code flood/stale}; empty for none
     * @param raised how often it was raised since it was last normal; of a group, how often its members were
     * @param members how many alarms of a group stand or are unseen; 0 if it is no group
     * @param unsaid how many changes before this one were counted and not told, for there was a flood
     * @param changedNanos session time of the change, which lies before the record's where changes went unsaid
     * @param escalated whether nobody acknowledged it in time
     * @param chattering whether it comes and goes three times a minute or oftener (ANSI/ISA-18.2-2016, clause 16)
     */
    public record Detail(
            long untilNanos,
            String reason,
            String group,
            int raised,
            int members,
            int unsaid,
            long changedNanos,
            boolean escalated,
            boolean chattering) {
        /** Nothing. */
        public static final Detail NONE = new Detail(0, "", "", 0, 0, 0, 0, false, false);

        private void encode(CanonicalOutput out) {
            out.putLong(untilNanos);
            out.putString(reason);
            out.putString(group);
            out.putInt(raised);
            out.putInt(members);
            out.putInt(unsaid);
            out.putLong(changedNanos);
            out.putBoolean(escalated);
            out.putBoolean(chattering);
        }
    }

    /** An alarm of which there is nothing else to tell. */
    public AlarmRecord(String robot, long simNanos, String id, Priority priority, State state, String text, String by) {
        this(robot, simNanos, id, priority, state, text, by, Detail.NONE);
    }

    /** Whether it stands for a group of alarms. */
    public boolean isGroup() {
        return detail.raised() > 0 && detail.group().equals(id);
    }

    /** Whether it is told with a group, whose own record says what matters. */
    public boolean isMember() {
        return !detail.group().isEmpty() && !detail.group().equals(id);
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
        detail.encode(out);
    }
}
