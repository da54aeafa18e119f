package io.sigmaprompt.physics.sensor.motion;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.sensor.ParameterCheck;

/**
 * The errors of a joint's encoder, in rad and rad/s, or m and m/s.
 *
 * @param resolution of a position: one count; 0 for none
 * @param offset added to a position: where the encoder believes zero to be
 * @param noise standard deviation of a position, before it is rounded to counts
 * @param velocityNoise standard deviation of a velocity that is measured for itself; a difference has none of its own
 * @param velocity where the velocity comes from
 */
public record EncoderErrors(
        double resolution, double offset, double noise, double velocityNoise, VelocitySource velocity) {
    /** No errors. */
    public static final EncoderErrors NONE = new EncoderErrors(0, 0, 0, 0, VelocitySource.MEASURED);

    /** Where an encoder's velocity comes from. */
    public enum VelocitySource {
        /** Of its own, as a tachometer or the drive's observer gives it. */
        MEASURED,
        /** The difference of two measured positions over the time between them; 0 at the first. */
        DIFFERENCE
    }

    /**
     * Errors that an encoder can have.
     *
     * @throws BadInputException if a number is impossible
     */
    public EncoderErrors {
        ParameterCheck.notNegative("encoder's resolution", resolution, "N counts a turn are 2π/N; 0 is none.");
        ParameterCheck.finite("encoder's offset", offset, "Use 0 for none.");
        ParameterCheck.notNegative("encoder's noise", noise, "Give a standard deviation.");
        ParameterCheck.notNegative("encoder's velocity noise", velocityNoise, "Give a standard deviation.");
    }

    /**
     * An encoder of so many counts a turn, whose velocity is a difference.
     *
     * @throws BadInputException if there is not one count
     */
    public static EncoderErrors ofCounts(int countsPerTurn) {
        if (countsPerTurn < 1) {
            throw new BadInputException(
                    "encoder's counts a turn",
                    "expected 1 or more, found " + countsPerTurn,
                    "A 12-bit encoder has 4096, a quadrature encoder four times its lines.");
        }
        return new EncoderErrors(2 * Math.PI / countsPerTurn, 0, 0, 0, VelocitySource.DIFFERENCE);
    }
}
