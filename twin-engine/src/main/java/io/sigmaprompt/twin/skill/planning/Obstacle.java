package io.sigmaprompt.twin.skill.planning;

import io.sigmaprompt.physics.collision.collider.Collider;
import io.sigmaprompt.physics.model.ContactSurface;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Pose;

/**
 * Something that stands still and is to be kept clear of.
 *
 * @param pose from its own frame to the world, metres
 */
public record Obstacle(String name, Pose pose, Geometry geometry) {
    Collider collider() {
        return new Collider(name, Collider.STATIC, pose, geometry, ContactSurface.DEFAULT);
    }
}
