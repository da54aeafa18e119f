package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.collision.manifold.ContactBuffer;
import io.sigmaprompt.physics.world.description.BodyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two bodies that overlap where they were put.
 *
 * @param depth at the deepest contact, metres
 */
public record BodyOverlap(String first, String second, double depth) {
    /** All pairs whose contacts are deeper than a tolerance, in the order of their shapes. */
    static List<BodyOverlap> of(World world, ContactBuffer contacts, double tolerance) {
        List<BodyOverlap> found = new ArrayList<>();
        int[] links = world.colliderLinks();
        List<BodyPair> pairs = new ArrayList<>();
        for (int i = 0; i < contacts.count(); i++) {
            double depth = -contacts.geometry[7 * i + 6];
            if (depth > tolerance) {
                BodyPair pair = BodyPair.of(links[contacts.first[i]], links[contacts.second[i]]);
                int known = pairs.indexOf(pair);
                if (known < 0) {
                    pairs.add(pair);
                    found.add(new BodyOverlap(world.bodyName(pair.first()), world.bodyName(pair.second()), depth));
                } else if (depth > found.get(known).depth()) {
                    BodyOverlap old = found.get(known);
                    found.set(known, new BodyOverlap(old.first(), old.second(), depth));
                }
            }
        }
        return List.copyOf(found);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "'%s' and '%s' overlap by %.3g mm", first, second, 1e3 * depth);
    }
}
