package io.sigmaprompt.twin.port.notification;

import io.sigmaprompt.twin.port.notification.Notification.Event;
import io.sigmaprompt.twin.record.AlarmRecord.Priority;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who is told of which alarms.
 *
 * @param uri where, as {@code webhook:https://HOST/PATH}
 * @param options for the notifier
 */
public record NotificationRoute(String uri, Map<String, String> options, Set<Priority> priorities, Set<Event> events) {
    /** What people are told of unless they say otherwise. */
    public static final Set<Event> USUAL = Collections.unmodifiableSet(EnumSet.of(Event.RAISED, Event.ESCALATED));

    public NotificationRoute {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        priorities = Collections.unmodifiableSet(EnumSet.copyOf(priorities));
        events = Collections.unmodifiableSet(EnumSet.copyOf(events));
    }

    /** Every alarm that is raised or escalated, whatever its priority. */
    public static NotificationRoute to(String uri) {
        return new NotificationRoute(uri, Map.of(), EnumSet.allOf(Priority.class), USUAL);
    }
}
