package io.sigmaprompt.twin.simulation;

import io.sigmaprompt.physics.model.Vec3;

/**
 * Something in which a virtual robot departs from what its twin believes, for a while or for good.
 *
 * @param place the driven joint it happens at; the link for {@link Kind#PUSH} and {@link Kind#PAYLOAD}; empty for delays
 * @param startNanos when it begins, the robot's clock
 * @param durationNanos how long it lasts, or 0 for ever
 * @param magnitude as its kind says
 * @param force of a push, N, world axes, at the link's centre of mass; zero for all other kinds
 */
public record HiddenFault(Kind kind, String place, long startNanos, long durationNanos, double magnitude, Vec3 force) {
    /** What may be otherwise. */
    public enum Kind {
        /** Telemetry tells of a state so many seconds old, with the time of now. */
        TELEMETRY_DELAY,
        /** Servos follow references so many seconds old. */
        COMMAND_DELAY,
        /** Friction and damping of the joint times magnitude. */
        FRICTION,
        /** So many kilograms more at the link's centre of mass. */
        PAYLOAD,
        /** Somebody pushes the link. */
        PUSH,
        /** Measured position is off by magnitude, rad or m. */
        POSITION_OFFSET,
        /** Measured position runs away by magnitude, rad/s or m/s. */
        POSITION_DRIFT,
        /** Measured position times 1 + magnitude. */
        POSITION_SCALE,
        /** Measured position stays as it was; measured velocity goes on. */
        POSITION_STUCK,
        /** Measured position stays as it was, and measured velocity is 0. */
        ENCODER_STUCK,
        /** Every so often measured position is off by magnitude, rad or m, for one frame. */
        POSITION_SPIKES,
        /** Measured velocity is off by magnitude, rad/s or m/s. */
        VELOCITY_OFFSET,
        /** Measured velocity times 1 + magnitude. */
        VELOCITY_SCALE,
        /** Measured effort is off by magnitude, N m or N. */
        EFFORT_OFFSET,
        /** Measured effort times 1 + magnitude. */
        EFFORT_SCALE,
        /** The actuator applies what its servo asks for times magnitude. */
        TORQUE_GAIN,
        /** The actuator's greatest effort times magnitude. */
        EFFORT_LIMIT,
        /** The joint resists its motion with magnitude, N m or N. */
        SEIZED
    }

    /** A fault that is no push. */
    public HiddenFault(Kind kind, String place, long startNanos, long durationNanos, double magnitude) {
        this(kind, place, startNanos, durationNanos, magnitude, Vec3.ZERO);
    }

    boolean activeAt(long nanos) {
        return nanos >= startNanos && (durationNanos == 0 || nanos - startNanos < durationNanos);
    }
}
