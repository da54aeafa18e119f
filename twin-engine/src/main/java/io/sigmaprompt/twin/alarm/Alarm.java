package io.sigmaprompt.twin.alarm;

import io.sigmaprompt.twin.alarm.evaluation.RecentTimes;
import io.sigmaprompt.twin.alarm.rule.AlarmAttributes;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.AlarmRecord.Priority;
import io.sigmaprompt.twin.record.AlarmRecord.State;

/** One alarm's life, after the state diagram of ANSI/ISA-18.2-2016. Its methods say whether its state changed. */
final class Alarm implements Restorable {
    private static final int CHATTER_RAISES = 3;
    private static final long CHATTER_NANOS = 60_000_000_000L;
    private static final long NOT = -1;

    private final String id;
    private final AlarmAttributes attributes;
    private final RecentTimes comings = new RecentTimes(CHATTER_RAISES);

    private boolean raw;
    private boolean cause;
    private long pendingSince = NOT;
    private State state;
    private Priority priority;
    private String text = "";
    private boolean outOfService;
    private boolean suppressed;
    private long shelvedUntil;
    private String reason = "";
    private int raised;
    private long raises;
    private long unseenSince;
    private boolean escalated;
    private boolean chattering;

    Alarm(String id, AlarmAttributes attributes) {
        this.id = id;
        this.attributes = attributes;
        priority = attributes.priority();
        outOfService = attributes.outOfService();
        state = outOfService ? State.OUT_OF_SERVICE : State.NORMAL;
    }

    /** Whether its condition is there, before delays. */
    void condition(boolean so) {
        raw = so;
    }

    /** Lets the condition take effect after its delay. */
    boolean settle(long now) {
        if (raw == cause) {
            pendingSince = NOT;
            return false;
        }
        if (pendingSince == NOT) {
            pendingSince = now;
        }
        if (now - pendingSince < (raw ? attributes.onDelayNanos() : attributes.offDelayNanos())) {
            return false;
        }
        pendingSince = NOT;
        cause = raw;
        return cause ? raise(now) : clear();
    }

    private boolean raise(long now) {
        if (state.silenced()) {
            return false;
        }
        if (!state.unseen()) {
            unseenSince = now;
            escalated = false;
            priority = attributes.priority();
        }
        raised = state == State.NORMAL ? 1 : raised + 1;
        raises++;
        state = State.UNACKNOWLEDGED;
        comings.add(now);
        chattering = comings.atLeast(CHATTER_RAISES, now - CHATTER_NANOS);
        return true;
    }

    private boolean clear() {
        State before = state;
        state = switch (state) {
            case UNACKNOWLEDGED -> attributes.latched() ? State.LATCHED_UNACKNOWLEDGED : State.RETURNED_UNACKNOWLEDGED;
            case ACKNOWLEDGED -> attributes.latched() ? State.LATCHED_ACKNOWLEDGED : State.NORMAL;
            default -> state;
        };
        return state != before;
    }

    boolean acknowledge() {
        State before = state;
        state = switch (state) {
            case UNACKNOWLEDGED -> State.ACKNOWLEDGED;
            case RETURNED_UNACKNOWLEDGED -> State.NORMAL;
            case LATCHED_UNACKNOWLEDGED -> State.LATCHED_ACKNOWLEDGED;
            default -> state;
        };
        return state != before;
    }

    boolean reset() {
        State before = state;
        state = switch (state) {
            case LATCHED_ACKNOWLEDGED -> State.NORMAL;
            case LATCHED_UNACKNOWLEDGED -> State.RETURNED_UNACKNOWLEDGED;
            default -> state;
        };
        return state != before;
    }

    /** Shelves it, or for longer than it is shelved already. */
    boolean shelve(long now, long nanos, String why) {
        if (outOfService || suppressed || nanos <= 0) {
            return false;
        }
        shelvedUntil = now + nanos;
        reason = why;
        state = State.SHELVED;
        return true;
    }

    boolean unshelve(long now) {
        if (shelvedUntil == 0) {
            return false;
        }
        shelvedUntil = 0;
        reason = "";
        return leaveSilence(now);
    }

    /** Ends shelving whose time has come. */
    boolean expire(long now) {
        return shelvedUntil != 0 && now >= shelvedUntil && unshelve(now);
    }

    boolean suppress(long now, boolean wanted) {
        if (wanted == suppressed) {
            return false;
        }
        suppressed = wanted;
        return leaveSilence(now);
    }

    boolean service(long now, boolean in, String why) {
        if (in != outOfService) {
            return false;
        }
        outOfService = !in;
        reason = in ? "" : why;
        return leaveSilence(now);
    }

    /** Goes where it belongs now that one of the reasons for silence came or went. */
    private boolean leaveSilence(long now) {
        State before = state;
        if (outOfService) {
            state = State.OUT_OF_SERVICE;
        } else if (suppressed) {
            state = State.SUPPRESSED;
        } else if (shelvedUntil > now) {
            state = State.SHELVED;
        } else if (state.silenced()) {
            state = State.NORMAL;
            if (cause) {
                raise(now);
            }
        }
        return state != before;
    }

    /** Raises the priority of what nobody acknowledges. */
    boolean escalate(long now) {
        AlarmAttributes.Escalation escalation = attributes.escalation();
        if (escalation == null
                || escalated
                || state != State.UNACKNOWLEDGED
                || now - unseenSince < escalation.afterNanos()) {
            return false;
        }
        escalated = true;
        priority = escalation.to();
        return true;
    }

    /** Whether nothing would be lost if it were forgotten. */
    boolean forgettable(long now) {
        return state == State.NORMAL && !cause && !raw && !comings.atLeast(1, now - CHATTER_NANOS);
    }

    void text(String sentence) {
        text = sentence;
    }

    String id() {
        return id;
    }

    AlarmAttributes attributes() {
        return attributes;
    }

    /** Whether its cause is there, delays included, whatever its state. */
    boolean cause() {
        return cause;
    }

    State state() {
        return state;
    }

    Priority priority() {
        return priority;
    }

    String text() {
        return text;
    }

    long shelvedUntil() {
        return shelvedUntil;
    }

    String reason() {
        return reason;
    }

    /** How often it was raised since it was last normal. */
    int raised() {
        return raised;
    }

    /** How often it was ever raised. */
    long raises() {
        return raises;
    }

    boolean escalated() {
        return escalated;
    }

    boolean chattering() {
        return chattering;
    }

    @Override
    public void save(CanonicalOutput out) {
        comings.save(out);
        out.putBoolean(raw);
        out.putBoolean(cause);
        out.putLong(pendingSince);
        out.putEnum(state);
        out.putEnum(priority);
        out.putString(text);
        out.putBoolean(outOfService);
        out.putBoolean(suppressed);
        out.putLong(shelvedUntil);
        out.putString(reason);
        out.putInt(raised);
        out.putLong(raises);
        out.putLong(unseenSince);
        out.putBoolean(escalated);
        out.putBoolean(chattering);
    }

    @Override
    public void restore(CanonicalInput in) {
        comings.restore(in);
        raw = in.getBoolean();
        cause = in.getBoolean();
        pendingSince = in.getLong();
        state = in.getEnum(State.values());
        priority = in.getEnum(Priority.values());
        text = in.getString();
        outOfService = in.getBoolean();
        suppressed = in.getBoolean();
        shelvedUntil = in.getLong();
        reason = in.getString();
        raised = in.getInt();
        raises = in.getLong();
        unseenSince = in.getLong();
        escalated = in.getBoolean();
        chattering = in.getBoolean();
    }
}
