package io.sigmaprompt.headless.report;

import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.AlarmRecord.Priority;
import io.sigmaprompt.twin.record.AlarmRecord.State;
import java.util.ArrayList;
import java.util.List;

/** An alarm in words. */
public final class AlarmText {
    private AlarmText() {}

    /** Whether it must not wait. */
    public static boolean urgent(AlarmRecord alarm) {
        return alarm.priority().compareTo(Priority.HIGH) >= 0;
    }

    /** Its state and what belongs to it: {@code shelved by Ada until 00:31.500, being mended}. */
    public static String state(AlarmRecord alarm) {
        AlarmRecord.Detail detail = alarm.detail();
        StringBuilder text = new StringBuilder(standing(alarm));
        if (!alarm.by().isEmpty()) {
            text.append(" by ").append(alarm.by());
        }
        if (alarm.state() == State.SHELVED) {
            text.append(" until ").append(SessionText.time(detail.untilNanos()));
        }
        if (!detail.reason().isEmpty()) {
            text.append(", ").append(detail.reason());
        }
        for (String remark : remarks(alarm)) {
            text.append(", ").append(remark);
        }
        return text.toString();
    }

    private static String standing(AlarmRecord alarm) {
        return alarm.state() == State.UNACKNOWLEDGED && alarm.detail().escalated()
                ? "escalated, still unacknowledged"
                : SessionText.words(alarm.state());
    }

    private static List<String> remarks(AlarmRecord alarm) {
        AlarmRecord.Detail detail = alarm.detail();
        List<String> remarks = new ArrayList<>();
        if (alarm.isGroup()) {
            remarks.add(detail.members() + (detail.members() == 1 ? " alarm in it" : " alarms in it"));
        } else if (detail.raised() > 1) {
            remarks.add("raised " + detail.raised() + " times");
        }
        if (detail.chattering()) {
            remarks.add("chattering");
        }
        if (detail.unsaid() > 0) {
            remarks.add(detail.unsaid() + " changes before it not told one by one");
        }
        return remarks;
    }
}
