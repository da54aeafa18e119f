package io.sigmaprompt.twin.alarm.rule;

import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.signal.SignalPath;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Something that is so or not at each cycle. A number that is not known leaves its condition as it was. */
public sealed interface Condition {
    /**
     * A number lies between two bounds; once it does, it must leave them by the deadband to be no longer so (the deadband
     * of ANSI/ISA-18.2-2016, clause 10).
     *
     * @param magnitude whether its absolute value is meant
     * @param above what it must be greater than, or negative infinity
     * @param below what it must be less than, or positive infinity
     * @param deadband same unit, at least 0
     * @param unit for people
     */
    record Threshold(SignalPath signal, boolean magnitude, double above, double below, double deadband, String unit)
            implements Condition {}

    /**
     * A number's change over a time lies between two bounds.
     *
     * @param magnitude whether the absolute value of the change is meant
     * @param above what it must be greater than, a second, or negative infinity
     * @param below what it must be less than, a second, or positive infinity
     * @param overNanos between which two samples it is taken
     * @param unit of the change in a second, for people
     */
    record Rate(SignalPath signal, boolean magnitude, double above, double below, long overNanos, String unit)
            implements Condition {}

    /** A number has not been told for longer than a time. */
    record Absence(SignalPath signal, long forNanos) implements Condition {}

    /**
     * A finding is active.
     *
     * @param kind its kind, or null for any
     * @param joint its joint, or null for any
     * @param score the least score
     */
    record Finding(
            FindingRecord.@Nullable Kind kind, @Nullable String joint, double score) implements Condition {}

    /** The twin is in this mode. */
    record Mode(TwinMode mode) implements Condition {}

    /** The cause of another rule's alarm is there, its delays included. */
    record Rule(String name) implements Condition {}

    /** All are so. */
    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }
    }

    /** At least one is so. */
    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }
    }

    /** It is not so. */
    record Not(Condition of) implements Condition {}

    /** It has been so for a time without a break. */
    record Held(Condition of, long nanos) implements Condition {}

    /** It comes at most a time after another was so; it counts as long as it stays. */
    record Within(Condition of, Condition after, long nanos) implements Condition {}

    /** It has come at least so often within a time. */
    record Count(Condition of, int times, long nanos) implements Condition {}

    /** Visits the names of all rules that it rests on. */
    default void eachRule(Consumer<String> visitor) {
        switch (this) {
            case Threshold _, Rate _, Absence _, Finding _, Mode _ -> {}
            case Rule rule -> visitor.accept(rule.name());
            case All all -> all.of().forEach(each -> each.eachRule(visitor));
            case Any any -> any.of().forEach(each -> each.eachRule(visitor));
            case Not not -> not.of().eachRule(visitor);
            case Held held -> held.of().eachRule(visitor);
            case Within within -> {
                within.of().eachRule(visitor);
                within.after().eachRule(visitor);
            }
            case Count count -> count.of().eachRule(visitor);
        }
    }
}
