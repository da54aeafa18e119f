package io.sigmaprompt.physics.actuator.drive;

/** What an electric drive is told to keep. */
public enum DriveMode {
    /** Voltage at the winding, V. */
    VOLTAGE,
    /** Current of the winding, A. */
    CURRENT,
    /** Torque at the joint, N m, which the current is worked out from; losses are not made up for. */
    TORQUE,
    /** Position of the joint by the inner loop, rad. */
    POSITION,
    /** Velocity of the joint by the inner loop, rad/s. */
    VELOCITY;

    private static final DriveMode[] ALL = values();

    static DriveMode ofCode(double code) {
        return ALL[(int) code];
    }
}
