package io.sigmaprompt.bridge.notification;

import io.sigmaprompt.twin.port.notification.Notification;
import io.sigmaprompt.twin.record.AlarmRecord;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A notification as a JSON object; docs/watch.md lists its fields. */
final class NotificationJson {
    private NotificationJson() {}

    static String of(Notification notification) {
        AlarmRecord alarm = notification.alarm();
        AlarmRecord.Detail detail = alarm.detail();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("session", notification.session());
        json.put("number", notification.number());
        json.put("event", notification.event().word());
        json.put("robot", alarm.robot());
        json.put("alarm", alarm.id());
        json.put("priority", alarm.priority().name());
        json.put("state", alarm.state().name());
        json.put("text", alarm.text());
        json.put("sessionSeconds", alarm.simNanos() * 1e-9);
        json.put("by", alarm.by());
        json.put("group", detail.group());
        json.put("raised", detail.raised());
        json.put("members", detail.members());
        json.put("chattering", detail.chattering());
        return json.toString();
    }
}
