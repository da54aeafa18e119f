package io.sigmaprompt.physics.actuator;

/** What an actuator was last told to follow. */
public enum ActuatorMode {
    /** A position, with the velocity and acceleration that belong to it. */
    POSITION,
    /** A velocity. */
    VELOCITY,
    /** An effort, passed through as it is but for saturation. */
    EFFORT
}
