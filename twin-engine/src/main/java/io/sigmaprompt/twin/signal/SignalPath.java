package io.sigmaprompt.twin.signal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names a number of a session, as {@code robot.velocity.elbow_joint} or {@code telemetry.age}.
 *
 * @param source where it stands
 * @param quantity which of the source's numbers
 * @param joint whose: a joint, a battery, a channel's number; empty where there is but one
 */
public record SignalPath(Source source, Quantity quantity, String joint) {
    /** What the last part of a path names. */
    public enum Owner {
        /** Nothing: there is but one. */
        NONE,
        /** A driven joint. */
        JOINT,
        /** A battery, or nothing for the only one. */
        BATTERY,
        /** A number of a channel, as {@code /robot_mode} or {@code /io/analog}. */
        CHANNEL
    }

    /** Where numbers stand. */
    public enum Source {
        ROBOT(
                Owner.JOINT,
                Quantity.POSITION,
                Quantity.VELOCITY,
                Quantity.EFFORT,
                Quantity.TEMPERATURE,
                Quantity.CURRENT),
        PREDICTION(Owner.JOINT, Quantity.POSITION, Quantity.VELOCITY, Quantity.EFFORT),
        SHADOW(Owner.JOINT, Quantity.POSITION, Quantity.VELOCITY, Quantity.EFFORT),
        DIVERGENCE(Owner.JOINT, Quantity.POSITION, Quantity.VELOCITY, Quantity.EFFORT, Quantity.SIGMA, Quantity.NIS),
        ESTIMATE(Owner.JOINT, Quantity.ACCELERATION, Quantity.EFFORT, Quantity.NIS),
        TELEMETRY(
                Owner.NONE,
                Quantity.RATE,
                Quantity.AGE,
                Quantity.REJECTED,
                Quantity.GAPS,
                Quantity.LATE,
                Quantity.OVERFLOW),
        BATTERY(Owner.BATTERY, Quantity.VOLTAGE, Quantity.CURRENT, Quantity.FRACTION, Quantity.TEMPERATURE),
        CHANNEL(Owner.CHANNEL, Quantity.VALUE);

        private final Owner owner;
        /** A bit for each quantity. */
        private final int quantities;

        Source(Owner owner, Quantity first, Quantity... more) {
            this.owner = owner;
            int bits = 1 << first.ordinal();
            for (Quantity each : more) {
                bits |= 1 << each.ordinal();
            }
            quantities = bits;
        }

        /** What the last part of its paths names. */
        public Owner owner() {
            return owner;
        }

        /** Whether it holds such a number. */
        public boolean holds(Quantity quantity) {
            return (quantities & 1 << quantity.ordinal()) != 0;
        }
    }

    /** What is measured. */
    public enum Quantity {
        POSITION,
        VELOCITY,
        /** Of the robot as measured, of a divergence the residual, of the estimate what acts from outside. */
        EFFORT,
        SIGMA,
        RATE,
        AGE,
        REJECTED,
        GAPS,
        NIS,
        ACCELERATION,
        TEMPERATURE,
        CURRENT,
        LATE,
        OVERFLOW,
        VOLTAGE,
        FRACTION,
        VALUE
    }

    /** The path that a text names, or null if it names none. */
    public static @Nullable SignalPath of(String text) {
        String[] parts = text.split("\\.", 3);
        for (Source source : Source.values()) {
            for (Quantity quantity : Quantity.values()) {
                if (source.holds(quantity)
                        && parts.length >= 2
                        && lower(source).equals(parts[0])
                        && lower(quantity).equals(parts[1])
                        && (source.owner() == Owner.BATTERY || (source.owner() != Owner.NONE) == (parts.length == 3))) {
                    return new SignalPath(source, quantity, parts.length == 3 ? parts[2] : "");
                }
            }
        }
        return null;
    }

    /** Whether it stands in a session's trace; the others come with telemetry and are seen by alarm rules only. */
    public boolean traced() {
        boolean ofTheRobot = source == Source.ROBOT;
        return source != Source.CHANNEL
                && !(ofTheRobot && (quantity == Quantity.TEMPERATURE || quantity == Quantity.CURRENT));
    }

    @Override
    public String toString() {
        String head = lower(source) + "." + lower(quantity);
        return joint.isEmpty() ? head : head + "." + joint;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
