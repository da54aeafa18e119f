package io.sigmaprompt.headless.report;

import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.AlarmRecord.Priority;
import io.sigmaprompt.twin.record.AlarmRecord.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The life of each alarm of one robot, from being raised to being normal again. Keeps the first {@link #MOST}. */
final class AlarmHistory {
    static final int MOST = 500;

    /** One alarm from normal to normal. */
    static final class Life {
        final AlarmRecord first;
        AlarmRecord latest;
        Priority priority;

        @Nullable
        AlarmRecord acknowledged;

        @Nullable
        AlarmRecord returned;

        int raised;

        Life(AlarmRecord first) {
            this.first = first;
            latest = first;
            priority = first.priority();
        }
    }

    private final List<Life> lives = new ArrayList<>();
    private final Map<String, Life> open = new LinkedHashMap<>();
    private int dropped;

    void add(AlarmRecord record) {
        Life life = open.get(record.id());
        if (life == null) {
            if (record.state() == State.NORMAL) {
                return;
            }
            life = new Life(record);
            open.put(record.id(), life);
            if (lives.size() < MOST) {
                lives.add(life);
            } else {
                dropped++;
            }
        }
        boolean stood = life.latest.state().standing();
        life.latest = record;
        life.raised = Math.max(life.raised, record.detail().raised());
        life.priority = record.priority().compareTo(life.priority) > 0 ? record.priority() : life.priority;
        if (!record.by().isEmpty()
                && (record.state() == State.ACKNOWLEDGED
                        || record.state() == State.NORMAL
                        || record.state() == State.LATCHED_ACKNOWLEDGED)) {
            life.acknowledged = record;
        }
        if (record.state().standing()) {
            life.returned = null;
        } else if (stood && !record.state().silenced()) {
            life.returned = record;
        }
        if (record.state() == State.NORMAL) {
            open.remove(record.id());
        }
    }

    /** In the order in which they were raised. */
    List<Life> lives() {
        return lives;
    }

    /** How many lives were not kept. */
    int dropped() {
        return dropped;
    }
}
