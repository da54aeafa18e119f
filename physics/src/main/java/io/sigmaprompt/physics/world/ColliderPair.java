package io.sigmaprompt.physics.world;

/** Two colliders by their place in a list, the lower one first. */
public record ColliderPair(int first, int second) {
    public ColliderPair {
        if (first >= second) {
            throw new IllegalArgumentException("colliders " + first + " and " + second + " are in no rising order");
        }
    }

    /** The pair of two different colliders, in either order. */
    static ColliderPair of(int a, int b) {
        return new ColliderPair(Math.min(a, b), Math.max(a, b));
    }
}
