package io.sigmaprompt.physics.sensor.force;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.sensor.ParameterCheck;

/**
 * When a contact sensor feels a touch.
 *
 * @param press normal force, N, above which a touch begins
 * @param release normal force, N, at or below which it ends; at most {@code press}
 * @param noise standard deviation of the force, N
 * @param range greatest force it can tell, N; infinity for none
 */
public record ContactThreshold(double press, double release, double noise, double range) {
    /** Any force is a touch. */
    public static final ContactThreshold ANY = new ContactThreshold(0, 0, 0, Double.POSITIVE_INFINITY);

    /**
     * A threshold that makes sense.
     *
     * @throws BadInputException if a number is impossible
     */
    public ContactThreshold {
        ParameterCheck.notNegative("contact sensor's press force", press, "Give newtons.");
        ParameterCheck.notNegative("contact sensor's release force", release, "Give newtons.");
        ParameterCheck.notNegative("contact sensor's noise", noise, "Give a standard deviation, newtons.");
        ParameterCheck.positive("contact sensor's range", range, "Infinity is no limit.");
        if (release > press || press >= range) {
            throw new BadInputException(
                    "contact sensor's thresholds",
                    "expected release ≤ press < range, found " + release + ", " + press + " and " + range + " N",
                    "A switch that lets go later than it closes has its release force below its press force.");
        }
    }
}
