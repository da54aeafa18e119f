package io.sigmaprompt.physics.sensor.motion;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.sensor.ParameterCheck;

/**
 * The errors of a satellite receiver: white noise, and an error that wanders as orbits, clocks and atmosphere do, a
 * first-order Gauss-Markov process {@code x(t + dt) = x(t)·e^(-dt/τ) + σ·√(1 - e^(-2·dt/τ))·w} (Groves, Principles of
 * GNSS, Inertial, and Multisensor Integrated Navigation Systems, 2nd edition, 2013, appendix B and chapter 9).
 *
 * @param horizontalNoise standard deviation of white noise along x and y each, metres
 * @param verticalNoise along z, metres
 * @param horizontalWander standard deviation of the wandering error along x and y each, metres
 * @param verticalWander along z, metres
 * @param correlationTime τ, seconds
 * @param velocityNoise standard deviation of each component of the velocity, m/s
 * @param outageRate how often a second of reception loses the satellites, 1/s; 0 for never
 * @param outageDuration how long that lasts on average, seconds; both times are exponentially distributed
 */
public record GnssErrors(
        double horizontalNoise,
        double verticalNoise,
        double horizontalWander,
        double verticalWander,
        double correlationTime,
        double velocityNoise,
        double outageRate,
        double outageDuration) {
    /** No errors. */
    public static final GnssErrors NONE = new GnssErrors(0, 0, 0, 0, 1, 0, 0, 1);

    /**
     * Errors that a receiver can have.
     *
     * @throws BadInputException if a number is impossible
     */
    public GnssErrors {
        ParameterCheck.notNegative("GNSS horizontal noise", horizontalNoise, "Give a standard deviation, metres.");
        ParameterCheck.notNegative("GNSS vertical noise", verticalNoise, "Give a standard deviation, metres.");
        ParameterCheck.notNegative("GNSS horizontal wander", horizontalWander, "Give a standard deviation, metres.");
        ParameterCheck.notNegative("GNSS vertical wander", verticalWander, "Give a standard deviation, metres.");
        ParameterCheck.positive("GNSS correlation time", correlationTime, "Minutes are usual: 600 s.");
        ParameterCheck.notNegative("GNSS velocity noise", velocityNoise, "Give a standard deviation, m/s.");
        ParameterCheck.notNegative("GNSS outage rate", outageRate, "Once in ten minutes is 0.00167; 0 is never.");
        ParameterCheck.positive("GNSS outage duration", outageDuration, "Give seconds.");
    }
}
