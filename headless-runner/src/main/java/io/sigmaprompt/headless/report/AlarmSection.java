package io.sigmaprompt.headless.report;

import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.AlarmRecord.Priority;
import io.sigmaprompt.twin.record.AlarmRecord.State;
import org.jspecify.annotations.Nullable;

/** A report's table of alarms: when each was raised, who acknowledged it, when it returned. */
final class AlarmSection {
    private final Html html;

    AlarmSection(Html html) {
        this.html = html;
    }

    void write(AlarmHistory history) {
        if (history.lives().isEmpty()) {
            return;
        }
        html.raw("<div class=card><table><tr><th>alarm</th><th>priority</th><th>raised</th><th>acknowledged</th>"
                + "<th>returned</th><th>at the end</th><th>in words</th></tr>");
        for (AlarmHistory.Life each : history.lives()) {
            html.add(
                    "<tr><td class=k>%s</td><td><span class=\"chip %s\">%s</span></td><td class=\"t mono\">%s</td><td class=k>%s</td><td class=\"t mono\">%s</td><td class=k>%s</td><td class=w>%s</td></tr>",
                    each.first.id(),
                    each.priority.compareTo(Priority.HIGH) >= 0 ? "t-live" : "t-warn",
                    each.priority,
                    SessionText.time(each.first.simNanos()) + (each.raised > 1 ? " (" + each.raised + " times)" : ""),
                    acknowledged(each.acknowledged),
                    each.returned == null ? "–" : SessionText.time(changed(each.returned)),
                    AlarmText.state(each.latest),
                    each.latest.state() == State.NORMAL ? each.first.text() : each.latest.text());
        }
        html.raw("</table>");
        if (history.dropped() > 0) {
            html.add("<p class=hint>%d further alarms are in the trace only.</p>", history.dropped());
        }
        html.raw("</div>");
    }

    private static String acknowledged(@Nullable AlarmRecord record) {
        return record == null ? "–" : SessionText.time(record.simNanos()) + " by " + record.by();
    }

    /** When it changed, which lies before its telling in a flood. */
    private static long changed(AlarmRecord record) {
        long changed = record.detail().changedNanos();
        return changed == 0 || record.isGroup() ? record.simNanos() : changed;
    }
}
