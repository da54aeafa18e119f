package io.sigmaprompt.physics.model;

import org.jspecify.annotations.Nullable;

/**
 * A geometry fixed to a link, to be seen or to be touched.
 *
 * @param name the model's name for it, may be empty
 * @param origin from the geometry's frame to the link's
 * @param material null where the model names none (a mesh may then bring its own)
 * @param surface how it touches
 */
public record Shape(
        String name,
        Pose origin,
        Geometry geometry,
        @Nullable Material material,
        ContactSurface surface) {
    /** A shape that touches as shapes of which nothing is said do. */
    public Shape(String name, Pose origin, Geometry geometry, @Nullable Material material) {
        this(name, origin, geometry, material, ContactSurface.DEFAULT);
    }
}
