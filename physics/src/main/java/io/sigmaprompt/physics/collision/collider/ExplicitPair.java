package io.sigmaprompt.physics.collision.collider;

/**
 * Two colliders whose contact has a surface of its own and is looked for whatever the filter says.
 *
 * @param first index of a collider
 * @param second index of another
 */
public record ExplicitPair(int first, int second, PairSurface surface) {}
