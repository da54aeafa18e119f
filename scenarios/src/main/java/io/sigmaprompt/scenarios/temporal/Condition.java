package io.sigmaprompt.scenarios.temporal;

import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.CommandRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.signal.SignalPath;
import org.jspecify.annotations.Nullable;

/** Something that is so or not at each moment of a session. An empty robot means any robot. */
public sealed interface Condition {
    /** The robot it is about, or empty for any. */
    String robot();

    /**
     * A finding is active.
     *
     * @param kind its kind, or null for any
     * @param joint its joint, or null for any
     */
    record Finding(
            String robot,
            FindingRecord.@Nullable Kind kind,
            @Nullable String joint) implements Condition {}

    /** Arbitration's choice is this behaviour. */
    record Decision(String robot, String behaviour) implements Condition {}

    /**
     * An alarm stands.
     *
     * @param id the alarm's name
     * @param state the state it must be in, or null for any but {@link AlarmRecord.State#NORMAL}
     */
    record Alarm(String robot, String id, AlarmRecord.@Nullable State state) implements Condition {}

    /**
     * A command leaves the gate at this moment.
     *
     * @param target where it goes, or null for anywhere
     */
    record Command(String robot, CommandRecord.@Nullable Target target) implements Condition {}

    /** The twin is in this mode. */
    record Mode(String robot, TwinMode mode) implements Condition {}

    /**
     * A number lies between two bounds.
     *
     * @param path what number, as {@code divergence.position.elbow_joint}
     * @param magnitude whether its absolute value is meant
     * @param above what it must be greater than, or negative infinity
     * @param below what it must be less than, or positive infinity
     * @param unit for people
     */
    record Signal(String robot, SignalPath path, boolean magnitude, double above, double below, String unit)
            implements Condition {}
}
