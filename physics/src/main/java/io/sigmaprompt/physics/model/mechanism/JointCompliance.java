package io.sigmaprompt.physics.model.mechanism;

import io.sigmaprompt.physics.model.Softness;

/**
 * A joint's spring, and how softly it stops and sticks.
 *
 * @param stiffness of the spring, N m/rad or N/m; 0 for none
 * @param springReference where the spring rests, radians or metres; a ball's spring rests at no rotation
 * @param limitMargin distance from a limit at which it begins to act, radians or metres
 * @param limit how the limits yield
 * @param friction how Coulomb friction yields
 */
public record JointCompliance(
        String joint,
        double stiffness,
        double springReference,
        double limitMargin,
        Softness limit,
        Softness friction) {}
