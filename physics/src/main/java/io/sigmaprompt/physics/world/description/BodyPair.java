package io.sigmaprompt.physics.world.description;

import io.sigmaprompt.physics.collision.collider.Collider;

/**
 * Two bodies, the lower index first.
 *
 * @param first an index, or {@link Collider#STATIC} for what never moves
 * @param second an index
 */
public record BodyPair(int first, int second) implements Comparable<BodyPair> {
    public BodyPair {
        if (first < Collider.STATIC || first >= second) {
            throw new IllegalArgumentException("bodies " + first + " and " + second + " are in no rising order");
        }
    }

    public static BodyPair of(int a, int b) {
        return new BodyPair(Math.min(a, b), Math.max(a, b));
    }

    BodyPair shifted(int bodies) {
        return new BodyPair(first == Collider.STATIC ? first : first + bodies, second + bodies);
    }

    @Override
    public int compareTo(BodyPair other) {
        return first != other.first ? Integer.compare(first, other.first) : Integer.compare(second, other.second);
    }
}
