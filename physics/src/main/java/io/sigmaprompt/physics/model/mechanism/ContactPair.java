package io.sigmaprompt.physics.model.mechanism;

import io.sigmaprompt.physics.model.ContactSurface;
import io.sigmaprompt.physics.model.Softness;

/**
 * Two shapes, by name, whose contact has properties of its own and is looked for whatever their types and affinities.
 *
 * @param dimensions as those of {@link ContactSurface}
 * @param sliding friction coefficient along the contact's first tangent
 * @param secondSliding along its second tangent
 * @param torsional friction, metres
 * @param rolling friction about the first tangent, metres
 * @param secondRolling about the second tangent, metres
 * @param margin as that of {@link ContactSurface}
 * @param gap as that of {@link ContactSurface}
 */
public record ContactPair(
        String name,
        String firstShape,
        String secondShape,
        int dimensions,
        double sliding,
        double secondSliding,
        double torsional,
        double rolling,
        double secondRolling,
        double margin,
        double gap,
        Softness softness) {}
