package io.sigmaprompt.physics.collision.collider;

import java.util.Arrays;

/** Pairs of bodies whose shapes are not to touch: those a joint holds together, and those a description names. */
public final class BodyExclusions {
    public static final BodyExclusions NONE = new BodyExclusions();

    private final long[] keys;

    /**
     * The exclusions of these pairs.
     *
     * @param bodies two indices a pair, in any order; {@link Collider#STATIC} for what never moves
     * @throws IllegalArgumentException if their number is odd or one is no body
     */
    public BodyExclusions(int... bodies) {
        if (bodies.length % 2 != 0) {
            throw new IllegalArgumentException("bodies come in pairs, found " + bodies.length);
        }
        keys = new long[bodies.length / 2];
        for (int i = 0; i < keys.length; i++) {
            if (bodies[2 * i] < Collider.STATIC || bodies[2 * i + 1] < Collider.STATIC) {
                throw new IllegalArgumentException(
                        "no body has an index below -1, found " + bodies[2 * i] + " and " + bodies[2 * i + 1]);
            }
            keys[i] = key(bodies[2 * i], bodies[2 * i + 1]);
        }
        Arrays.sort(keys);
    }

    public boolean excludes(int bodyA, int bodyB) {
        return keys.length != 0 && Arrays.binarySearch(keys, key(bodyA, bodyB)) >= 0;
    }

    /** What never moves has the index -1; one more makes it a number that a key can hold. */
    private static long key(int a, int b) {
        return PairKey.of(a + 1, b + 1);
    }
}
