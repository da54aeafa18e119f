package io.sigmaprompt.physics.model;

import java.util.List;

/** A rigid body of a robot: what it weighs, how it looks and what it touches with. */
public record Link(String name, Inertia inertia, List<Shape> visuals, List<Shape> collisions) {
    public Link {
        visuals = List.copyOf(visuals);
        collisions = List.copyOf(collisions);
    }
}
