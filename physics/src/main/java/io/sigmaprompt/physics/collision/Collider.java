package io.sigmaprompt.physics.collision;

import io.sigmaprompt.physics.model.ContactSurface;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Pose;

/**
 * A shape that touches.
 *
 * @param name for reports
 * @param body the body that carries it, or -1 for the ground
 * @param inBody from the geometry's frame to the body's; to the world's on the ground
 */
public record Collider(String name, int body, Pose inBody, Geometry geometry, ContactSurface surface) {}
