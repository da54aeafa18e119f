package io.sigmaprompt.physics.collision.collider;

import io.sigmaprompt.physics.model.ContactSurface;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Pose;

/**
 * A shape that may touch others.
 *
 * @param name the model's name for it
 * @param body index into the world's bodies, or {@link #STATIC} for what never moves
 * @param inBody from the shape's frame to the body's; to the world's for what never moves
 * @param geometry what it is, in its own frame
 * @param surface how it touches
 * @param treatment what its mesh is taken as, where it has one
 */
public record Collider(
        String name, int body, Pose inBody, Geometry geometry, ContactSurface surface, MeshTreatment treatment) {
    /** The body of what never moves. */
    public static final int STATIC = -1;

    /** A shape whose mesh, where it has one, is taken as is usual. */
    public Collider(String name, int body, Pose inBody, Geometry geometry, ContactSurface surface) {
        this(name, body, inBody, geometry, surface, MeshTreatment.USUAL);
    }

    public boolean moves() {
        return body >= 0;
    }
}
