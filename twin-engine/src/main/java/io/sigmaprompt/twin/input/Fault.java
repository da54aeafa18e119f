package io.sigmaprompt.twin.input;

/**
 * Something broken on purpose in a simulated robot.
 *
 * @param kind what breaks
 * @param joint the joint it breaks at, empty where the kind concerns the whole robot
 * @param magnitude factor for the kinds that scale, 1 being healthy; ignored by {@link Kind#TELEMETRY_GAP}
 * @param durationNanos how long it lasts, or 0 for the rest of the session
 */
public record Fault(Kind kind, String joint, double magnitude, long durationNanos) {
    /** The kinds of fault a simulated robot knows. */
    public enum Kind {
        /** Friction and damping of the joint times magnitude. */
        FRICTION,
        /** Effort limit of the joint's actuator times magnitude. */
        EFFORT_LIMIT,
        /** The robot says nothing for the duration, though it goes on. */
        TELEMETRY_GAP
    }
}
