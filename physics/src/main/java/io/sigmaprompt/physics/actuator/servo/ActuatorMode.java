package io.sigmaprompt.physics.actuator.servo;

/** What an actuator was last told to follow. */
public enum ActuatorMode {
    /** A position, with the velocity and acceleration that belong to it. */
    POSITION(0),
    /** A velocity. */
    VELOCITY(1),
    /** An effort, passed through as it is but for saturation. */
    EFFORT(2);

    private final int code;

    ActuatorMode(int code) {
        this.code = code;
    }

    /** The number that stands for this mode in a saved state. */
    int code() {
        return code;
    }

    static ActuatorMode ofCode(double code) {
        return code == VELOCITY.code ? VELOCITY : code == EFFORT.code ? EFFORT : POSITION;
    }
}
