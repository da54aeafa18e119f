package io.sigmaprompt.physics.collision.collider;

import io.sigmaprompt.physics.model.ContactSurface;

/**
 * Which shapes may touch. Two of one body never, two that never move never, those of bodies that are excluded never;
 * of the rest those of which a bit of one's type is in the other's affinity (MuJoCo documentation, Computation,
 * Collision detection, Selection).
 */
public final class ContactFilter {
    private final BodyExclusions exclusions;

    public ContactFilter(BodyExclusions exclusions) {
        this.exclusions = exclusions;
    }

    public boolean allows(Collider a, Collider b) {
        return mayMeet(a, b) && bitsMatch(a.surface(), b.surface()) && !exclusions.excludes(a.body(), b.body());
    }

    /** Whether one can move against the other at all. */
    public static boolean mayMeet(Collider a, Collider b) {
        return a.body() != b.body();
    }

    private static boolean bitsMatch(ContactSurface a, ContactSurface b) {
        return ((a.type() & b.affinity()) | (b.type() & a.affinity())) != 0;
    }
}
