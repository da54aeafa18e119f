package io.sigmaprompt.physics.actuator.drive;

import io.sigmaprompt.physics.actuator.Range;

/**
 * All that an electric drive is made of.
 *
 * @param friction at the joint, besides what the gear's efficiency takes
 * @param latency steps by which a command is late
 * @param frictionByConstraint whether a solver holds the joint by {@link ElectricDrive#coulomb}, so that it can stick; the
 *     drive itself then leaves dry friction out
 */
public record DriveParameters(
        Motor motor,
        Gearbox gearbox,
        DriveFriction friction,
        WindingHeat heat,
        InnerLoop loop,
        int latency,
        boolean frictionByConstraint) {
    /** Longest line of commands, steps. */
    private static final int LONGEST = 100_000;

    public DriveParameters {
        Range.require(
                latency >= 0 && latency <= LONGEST,
                "electric drive, latency",
                latency,
                "a number of steps from 0 to " + LONGEST);
    }

    /** A drive of a motor and a gearbox alone, commanded without delay. */
    public DriveParameters(Motor motor, Gearbox gearbox) {
        this(motor, gearbox, DriveFriction.NONE, WindingHeat.NONE, InnerLoop.continuous(0, 0, 0), 0, false);
    }

    public DriveParameters with(DriveFriction other) {
        return new DriveParameters(motor, gearbox, other, heat, loop, latency, frictionByConstraint);
    }

    public DriveParameters with(WindingHeat other) {
        return new DriveParameters(motor, gearbox, friction, other, loop, latency, frictionByConstraint);
    }

    public DriveParameters with(InnerLoop other) {
        return new DriveParameters(motor, gearbox, friction, heat, other, latency, frictionByConstraint);
    }

    public DriveParameters withLatency(int steps) {
        return new DriveParameters(motor, gearbox, friction, heat, loop, steps, frictionByConstraint);
    }

    public DriveParameters withFrictionByConstraint() {
        return new DriveParameters(motor, gearbox, friction, heat, loop, latency, true);
    }
}
