package io.sigmaprompt.twin.alarm;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.AlarmRecord.Priority;
import io.sigmaprompt.twin.record.AlarmRecord.State;
import java.util.Locale;

/** Alarms that are told as one: how many stand, how many nobody has seen, which came first and which last. */
final class AlarmGroup implements Restorable {
    /** Counts that change are told at most so often. */
    private static final long PERIOD_NANOS = 1_000_000_000;

    private final String id;
    private int standing;
    private int unseen;
    private int members;
    private int raised;
    private String first = "";
    private String last = "";
    private long firstNanos;
    private long lastNanos;
    private Priority priority = Priority.LOW;
    private State toldState = State.NORMAL;
    private int toldRaised;
    private int toldMembers;
    private long toldNanos;

    AlarmGroup(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** What one of its alarms was before, and is now, to the counts. */
    void move(State before, State now) {
        standing += present(now) - present(before);
        unseen += (now.unseen() ? 1 : 0) - (before.unseen() ? 1 : 0);
        members += member(now) - member(before);
    }

    private static int present(State state) {
        return state.standing() || state == State.LATCHED_ACKNOWLEDGED || state == State.LATCHED_UNACKNOWLEDGED ? 1 : 0;
    }

    private static int member(State state) {
        return present(state) == 1 || state.unseen() ? 1 : 0;
    }

    /** One of its alarms was raised. */
    void raised(Alarm alarm, long now) {
        if (raised == 0) {
            first = alarm.id();
            firstNanos = now;
            priority = alarm.priority();
        }
        raised++;
        last = alarm.id();
        lastNanos = now;
        priority = alarm.priority().compareTo(priority) > 0 ? alarm.priority() : priority;
    }

    private State state() {
        if (unseen > 0) {
            return standing > 0 ? State.UNACKNOWLEDGED : State.RETURNED_UNACKNOWLEDGED;
        }
        return standing > 0 ? State.ACKNOWLEDGED : State.NORMAL;
    }

    /** Whether there is something to tell: at once where it wants attention, else once a period. */
    boolean due(long now) {
        State state = state();
        if (state == toldState && raised == toldRaised && members == toldMembers) {
            return false;
        }
        boolean calls = state == State.UNACKNOWLEDGED && !toldState.unseen();
        return calls || now - toldNanos >= PERIOD_NANOS;
    }

    /** What there is to tell; it counts as told. */
    AlarmRecord tell(String robot, long now, String by) {
        toldState = state();
        toldRaised = raised;
        toldMembers = members;
        toldNanos = now;
        AlarmRecord.Detail detail = new AlarmRecord.Detail(0, "", id, raised, members, 0, lastNanos, false, false);
        AlarmRecord record = new AlarmRecord(robot, now, id, priority, toldState, text(), by, detail);
        if (toldState == State.NORMAL) {
            raised = 0;
            toldRaised = 0;
        }
        return record;
    }

    private String text() {
        return String.format(
                Locale.ROOT,
                "raised %d %s, %d of them open: first %s at %.2f s, last %s at %.2f s",
                raised,
                raised == 1 ? "time" : "times",
                members,
                first,
                firstNanos * 1e-9,
                last,
                lastNanos * 1e-9);
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putInt(standing);
        out.putInt(unseen);
        out.putInt(members);
        out.putInt(raised);
        out.putString(first);
        out.putString(last);
        out.putLong(firstNanos);
        out.putLong(lastNanos);
        out.putEnum(priority);
        out.putEnum(toldState);
        out.putInt(toldRaised);
        out.putInt(toldMembers);
        out.putLong(toldNanos);
    }

    @Override
    public void restore(CanonicalInput in) {
        standing = in.getInt();
        unseen = in.getInt();
        members = in.getInt();
        raised = in.getInt();
        first = in.getString();
        last = in.getString();
        firstNanos = in.getLong();
        lastNanos = in.getLong();
        priority = in.getEnum(Priority.values());
        toldState = in.getEnum(State.values());
        toldRaised = in.getInt();
        toldMembers = in.getInt();
        toldNanos = in.getLong();
    }
}
