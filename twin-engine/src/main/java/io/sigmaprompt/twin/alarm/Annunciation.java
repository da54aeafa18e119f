package io.sigmaprompt.twin.alarm;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.AlarmRecord.State;

/** What was told of an alarm, and with which group it is told. */
final class Annunciation implements Restorable {
    /** The group it is told with; empty for none. */
    String group = "";

    /** The state that its group has counted. */
    State counted = State.NORMAL;

    /** The flood in which its first change was told; 0 for none. */
    int flood;

    /** Changes since then that were counted and not told. */
    int unsaid;

    long changedNanos;
    long toldNanos;

    @Override
    public void save(CanonicalOutput out) {
        out.putString(group);
        out.putEnum(counted);
        out.putInt(flood);
        out.putInt(unsaid);
        out.putLong(changedNanos);
        out.putLong(toldNanos);
    }

    @Override
    public void restore(CanonicalInput in) {
        group = in.getString();
        counted = in.getEnum(State.values());
        flood = in.getInt();
        unsaid = in.getInt();
        changedNanos = in.getLong();
        toldNanos = in.getLong();
    }
}
