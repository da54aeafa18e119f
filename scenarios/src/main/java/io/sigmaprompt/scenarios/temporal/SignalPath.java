package io.sigmaprompt.scenarios.temporal;

import java.util.Locale;

/**
 * Names a number of a session, as {@code robot.velocity.elbow_joint} or {@code telemetry.age}.
 *
 * @param source which record it stands in
 * @param quantity which of the record's numbers
 * @param joint whose, or empty where the source has no joints
 */
public record SignalPath(Source source, Quantity quantity, String joint) {
    /** The records that hold numbers. */
    public enum Source {
        ROBOT,
        PREDICTION,
        SHADOW,
        DIVERGENCE,
        TELEMETRY
    }

    /** What is measured. */
    public enum Quantity {
        POSITION,
        VELOCITY,
        EFFORT,
        SIGMA,
        RATE,
        AGE,
        REJECTED,
        GAPS
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
