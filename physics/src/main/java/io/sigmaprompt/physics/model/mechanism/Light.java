package io.sigmaprompt.physics.model.mechanism;

import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Vec3;

/**
 * A light that shines along its frame's z.
 *
 * @param frame fixed to a link
 * @param directional whether all its rays are parallel
 * @param mode how it follows its link, as a {@link Camera}
 * @param target the link that it turns to, or an empty string
 * @param diffuse red, green and blue, each in [0, 1]
 */
public record Light(
        Frame frame,
        boolean directional,
        boolean active,
        boolean castsShadow,
        String mode,
        String target,
        Vec3 diffuse) {}
