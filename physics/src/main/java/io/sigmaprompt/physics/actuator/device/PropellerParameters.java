package io.sigmaprompt.physics.actuator.device;

import io.sigmaprompt.physics.actuator.Range;

/**
 * A propeller and the motor that turns it.
 *
 * @param thrust {@code k_T} of {@code T = k_T·ω²}, N s²/rad²
 * @param drag {@code k_Q} of {@code Q = k_Q·ω²}, N m s²/rad²
 * @param clockwise whether it turns clockwise seen from above, against its frame's z
 * @param timeConstant of the rotor's speed, s; 0 for none
 * @param greatestSpeed rad/s
 * @param groundRadius radius for the ground effect, m; 0 for none
 */
public record PropellerParameters(
        double thrust, double drag, boolean clockwise, double timeConstant, double greatestSpeed, double groundRadius) {
    public PropellerParameters {
        Range.positive("propeller, thrust", thrust);
        Range.notNegative("propeller, drag", drag);
        Range.notNegative("propeller, time constant", timeConstant);
        Range.bound("propeller, greatest speed", greatestSpeed);
        Range.notNegative("propeller, ground radius", groundRadius);
    }
}
