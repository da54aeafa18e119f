package io.sigmaprompt.twin.alarm;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.AlarmRecord.Priority;
import io.sigmaprompt.twin.record.AlarmRecord.State;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Alarms and their states (ANSI/ISA-18.2-2016, section 10.3): a finding raises the alarm of its name, an operator
 * acknowledges it, and it is normal again once its cause is gone and somebody has seen it.
 */
public final class AlarmBoard implements Restorable {
    private static final class Alarm {
        final Priority priority;
        State state = State.NORMAL;
        String text = "";

        Alarm(Priority priority) {
            this.priority = priority;
        }
    }

    private final String robot;
    private final Consumer<AlarmRecord> records;
    private final Map<String, Alarm> alarms = new LinkedHashMap<>();

    public AlarmBoard(String robot, Consumer<AlarmRecord> records) {
        this.robot = robot;
        this.records = records;
    }

    /** A finding came or went. */
    public void on(FindingRecord finding) {
        Alarm alarm = alarms.computeIfAbsent(finding.id(), id -> new Alarm(priority(finding.kind())));
        alarm.text = finding.explanation();
        if (finding.active()) {
            move(finding.simNanos(), finding.id(), alarm, State.UNACKNOWLEDGED, "");
        } else if (alarm.state == State.UNACKNOWLEDGED) {
            move(finding.simNanos(), finding.id(), alarm, State.RETURNED_UNACKNOWLEDGED, "");
        } else if (alarm.state == State.ACKNOWLEDGED) {
            move(finding.simNanos(), finding.id(), alarm, State.NORMAL, "");
        }
    }

    /**
     * An operator has seen an alarm.
     *
     * @return whether there was such an alarm to acknowledge
     */
    public boolean acknowledge(long simNanos, String id, String by) {
        Alarm alarm = alarms.get(id);
        if (alarm == null) {
            return false;
        }
        return switch (alarm.state) {
            case UNACKNOWLEDGED -> {
                move(simNanos, id, alarm, State.ACKNOWLEDGED, by);
                yield true;
            }
            case RETURNED_UNACKNOWLEDGED -> {
                move(simNanos, id, alarm, State.NORMAL, by);
                yield true;
            }
            case ACKNOWLEDGED, NORMAL -> false;
        };
    }

    private void move(long simNanos, String id, Alarm alarm, State state, String by) {
        alarm.state = state;
        records.accept(new AlarmRecord(robot, simNanos, id, alarm.priority, state, alarm.text, by));
    }

    private static Priority priority(FindingRecord.Kind kind) {
        return switch (kind) {
            case RESIDUAL, LIMIT, STUCK -> Priority.HIGH;
            case STALE, GAP, RATE, FLAT_LINE, SHIFT -> Priority.MEDIUM;
            case JITTER, SPIKE, PERIODICITY, NOVELTY -> Priority.LOW;
        };
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putInt(alarms.size());
        alarms.forEach((id, alarm) -> {
            out.putString(id);
            out.putEnum(alarm.priority);
            out.putEnum(alarm.state);
            out.putString(alarm.text);
        });
    }

    @Override
    public void restore(CanonicalInput in) {
        alarms.clear();
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            String id = in.getString();
            Alarm alarm = new Alarm(in.getEnum(Priority.values()));
            alarm.state = in.getEnum(State.values());
            alarm.text = in.getString();
            alarms.put(id, alarm);
        }
    }
}
