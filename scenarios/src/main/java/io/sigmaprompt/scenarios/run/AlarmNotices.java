package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.twin.port.notification.Notification;
import io.sigmaprompt.twin.port.notification.Notification.Event;
import io.sigmaprompt.twin.port.notification.NotificationRoute;
import io.sigmaprompt.twin.port.notification.Notifier;
import io.sigmaprompt.twin.port.notification.Notifiers;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.AlarmRecord.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells people outside of a running session's alarms. What it does decides no bit of the session. */
final class AlarmNotices implements AutoCloseable {
    private record Told(NotificationRoute route, Notifier notifier) {}

    private final String session;
    private final List<Told> all = new ArrayList<>();
    private final Map<String, State> states = new LinkedHashMap<>();
    private long number;

    /**
     * Makes all notifiers ready.
     *
     * @param further addresses given beside those of the scenario
     * @throws io.sigmaprompt.physics.model.BadInputException if an address or an option is wrong
     */
    AlarmNotices(Scenario scenario, List<String> further) {
        session = scenario.name();
        List<NotificationRoute> routes = new ArrayList<>(scenario.alarms().routes());
        further.forEach(uri -> routes.add(NotificationRoute.to(uri)));
        try {
            routes.forEach(route -> all.add(new Told(route, Notifiers.create(route.uri(), route.options()))));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** An alarm changed; never waits. */
    void accept(AlarmRecord alarm) {
        if (all.isEmpty()) {
            return;
        }
        State before = states.put(alarm.robot() + " " + alarm.id(), alarm.state());
        Event event = event(alarm, before);
        if (event == null || alarm.isMember()) {
            return;
        }
        Notification notification = new Notification(session, event, alarm, ++number);
        for (Told each : all) {
            if (each.route.events().contains(event) && each.route.priorities().contains(alarm.priority())) {
                each.notifier.offer(notification);
            }
        }
    }

    /** What happened, or null where nobody need know. */
    private static @Nullable Event event(AlarmRecord alarm, @Nullable State before) {
        boolean again = alarm.isGroup() && before == alarm.state();
        return switch (alarm.state()) {
            case UNACKNOWLEDGED ->
                before == State.UNACKNOWLEDGED && alarm.detail().escalated()
                        ? Event.ESCALATED
                        : again ? null : Event.RAISED;
            case RETURNED_UNACKNOWLEDGED, LATCHED_UNACKNOWLEDGED -> again ? null : Event.RETURNED;
            case ACKNOWLEDGED -> again ? null : Event.ACKNOWLEDGED;
            case LATCHED_ACKNOWLEDGED, NORMAL -> before != null && before.standing() ? Event.RETURNED : null;
            case SHELVED -> Event.SHELVED;
            case SUPPRESSED, OUT_OF_SERVICE -> null;
        };
    }

    /** What could not be delivered since this was last asked. */
    List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        all.forEach(each -> troubles.addAll(each.notifier.troubles()));
        return troubles;
    }

    /** Waits a short while for what is under way. */
    @Override
    public void close() {
        all.forEach(each -> each.notifier.close());
    }
}
