package io.sigmaprompt.twin.port.notification;

import io.sigmaprompt.twin.record.AlarmRecord;
import java.util.Locale;

/**
 * Something happened to an alarm that somebody wants to know.
 *
 * @param session the session's name
 * @param event what happened
 * @param alarm the alarm as it is from then on
 * @param number counts the session's notifications from 1, so that a receiver can tell a repetition from another
 */
public record Notification(String session, Event event, AlarmRecord alarm, long number) {
    /** What can happen. */
    public enum Event {
        RAISED,
        ESCALATED,
        RETURNED,
        ACKNOWLEDGED,
        SHELVED;

        /** In lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One line for people, as {@code HIGH alarm residual/elbow raised at arm: …}. */
    public String subject() {
        return alarm.priority() + " alarm " + alarm.id() + " " + event.word() + " at " + alarm.robot();
    }
}
