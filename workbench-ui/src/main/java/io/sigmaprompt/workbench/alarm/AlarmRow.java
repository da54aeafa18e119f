package io.sigmaprompt.workbench.alarm;

import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.AlarmRecord.Priority;
import io.sigmaprompt.twin.record.AlarmRecord.State;
import io.sigmaprompt.workbench.session.JointNames;
import io.sigmaprompt.workbench.session.RaisedAlarm;
import java.util.Locale;

/**
 * One alarm.
 *
 * @param key what the session knows it by
 * @param text what is wrong
 * @param raisedAt session seconds
 * @param note what else there is to know, as {@code until 31:40} or {@code 12 alarms}; empty for nothing
 * @param member whether a group's row stands for it
 */
public record AlarmRow(
        String key, Priority priority, State state, String text, double raisedAt, String note, boolean member) {
    static AlarmRow of(RaisedAlarm alarm) {
        AlarmRecord latest = alarm.latest();
        return new AlarmRow(
                latest.id(),
                latest.priority(),
                latest.state(),
                latest.text(),
                alarm.sinceNanos() * 1e-9,
                note(latest),
                latest.isMember());
    }

    private static String note(AlarmRecord alarm) {
        AlarmRecord.Detail detail = alarm.detail();
        if (alarm.state() == State.SHELVED) {
            return "until " + clock(detail.untilNanos() * 1e-9);
        }
        if (alarm.isGroup()) {
            return detail.members() == 1 ? "1 alarm" : detail.members() + " alarms";
        }
        if (detail.chattering()) {
            return "chattering";
        }
        return detail.escalated() ? "escalated" : "";
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%02d:%02d", whole / 60, whole % 60);
    }

    /** Whether it must not wait. */
    public boolean urgent() {
        return priority.compareTo(Priority.HIGH) >= 0;
    }

    /** Whether there is nothing about it that somebody has yet to see. */
    public boolean acknowledged() {
        return !state.unseen();
    }

    /** Its state in words; nothing for one that stands and waits, which its buttons say. */
    String standing() {
        return switch (state) {
            case UNACKNOWLEDGED -> "";
            case ACKNOWLEDGED -> "acknowledged";
            case RETURNED_UNACKNOWLEDGED -> "gone";
            case LATCHED_UNACKNOWLEDGED, LATCHED_ACKNOWLEDGED -> "gone, latched";
            case NORMAL -> "normal";
            case SHELVED -> "shelved";
            case SUPPRESSED -> "suppressed";
            case OUT_OF_SERVICE -> "out of service";
        };
    }

    /** The alarm's name for people: {@code residual elbow} for {@code residual/elbow_joint}. */
    public String title() {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash) + " " + JointNames.brief(key.substring(slash + 1));
    }
}
