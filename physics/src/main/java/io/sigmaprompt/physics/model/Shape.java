package io.sigmaprompt.physics.model;

import org.jspecify.annotations.Nullable;

/**
 * A geometry fixed to a link, to be seen or to be touched.
 *
 * @param name the model's name for it, may be empty
 * @param origin from the geometry's frame to the link's
 * @param material null where the model names none (a mesh may then bring its own)
 */
public record Shape(
        String name,
        Pose origin,
        Geometry geometry,
        @Nullable Material material) {}
