package io.sigmaprompt.bridge.trace;

import io.sigmaprompt.bridge.cdr.DiagnosticMessage.Level;
import io.sigmaprompt.bridge.cdr.DiagnosticMessage.Status;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.StreamHealth;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Findings, alarms and the health of telemetry in the terms of ROS diagnostics. A standing finding is a WARN, an alarm an
 * ERROR from high priority on. Telemetry is a WARN where frames were lost since the last look, and STALE without any for a
 * second.
 */
final class Diagnostics {
    private static final double STALE_SECONDS = 1;

    /** Frames that were no good, by robot and stream, at the last look. */
    private final Map<String, Long> lost = new HashMap<>();

    static Status of(FindingRecord finding) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("kind", finding.kind().words());
        values.put("joint", finding.joint());
        values.put("value", Double.toString(finding.value()));
        values.put("threshold", Double.toString(finding.threshold()));
        values.put("unit", finding.unit());
        values.put("detector", finding.evidence().detector());
        values.put("signal", finding.evidence().signal());
        values.put("score", Double.toString(finding.evidence().score()));
        return new Status(
                finding.active() ? Level.WARN : Level.OK,
                finding.robot() + ": " + finding.id(),
                finding.explanation(),
                finding.robot(),
                values);
    }

    static Status of(AlarmRecord alarm) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("state", alarm.state().name());
        values.put("priority", alarm.priority().name());
        values.put("by", alarm.by());
        values.put("group", alarm.detail().group());
        return new Status(level(alarm), alarm.robot() + ": alarm " + alarm.id(), alarm.text(), alarm.robot(), values);
    }

    private static Level level(AlarmRecord alarm) {
        if (!alarm.state().standing()) {
            return Level.OK;
        }
        return alarm.priority().compareTo(AlarmRecord.Priority.HIGH) >= 0 ? Level.ERROR : Level.WARN;
    }

    /** All streams together, then each by itself. */
    List<Status> of(TelemetryHealthRecord health) {
        List<Status> statuses = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("rate", figure(health.rateHz(), "Hz"));
        values.put("age", figure(health.ageSeconds(), "s"));
        counts(
                values,
                health.applied(),
                health.duplicates(),
                health.reordered(),
                health.late(),
                health.rejected(),
                health.gaps());
        values.put("overflow", Long.toString(health.overflow()));
        long bad = health.late() + health.rejected() + health.overflow() + health.gaps();
        statuses.add(status(health.robot(), "telemetry", health.ageSeconds(), bad, values));
        for (StreamHealth stream : health.streams()) {
            Map<String, String> its = new LinkedHashMap<>();
            its.put("rate", figure(stream.rateHz(), "Hz"));
            its.put("age", figure(stream.ageSeconds(), "s"));
            its.put("jitter", figure(stream.jitterSeconds(), "s"));
            its.put("delay", figure(stream.delaySeconds(), "s"));
            counts(
                    its,
                    stream.applied(),
                    stream.duplicates(),
                    stream.reordered(),
                    stream.late(),
                    stream.rejected(),
                    stream.gaps());
            long itsBad = stream.late() + stream.rejected() + stream.gaps();
            statuses.add(status(health.robot(), "telemetry/" + stream.stream(), stream.ageSeconds(), itsBad, its));
        }
        return statuses;
    }

    private static void counts(
            Map<String, String> values,
            long applied,
            long duplicates,
            long reordered,
            long late,
            long rejected,
            long gaps) {
        values.put("applied", Long.toString(applied));
        values.put("duplicates", Long.toString(duplicates));
        values.put("reordered", Long.toString(reordered));
        values.put("late", Long.toString(late));
        values.put("rejected", Long.toString(rejected));
        values.put("gaps", Long.toString(gaps));
    }

    private Status status(String robot, String what, double age, long bad, Map<String, String> values) {
        String name = robot + ": " + what;
        Long before = lost.put(name, bad);
        long more = bad - (before == null ? 0 : before);
        if (!(age < STALE_SECONDS)) {
            return new Status(Level.STALE, name, "nothing for " + figure(age, "s"), robot, values);
        }
        return more > 0
                ? new Status(Level.WARN, name, more + " gaps and lost frames since the last look", robot, values)
                : new Status(Level.OK, name, "as it should be", robot, values);
    }

    private static String figure(double value, String unit) {
        return String.format(Locale.ROOT, "%.4g %s", value, unit);
    }
}
