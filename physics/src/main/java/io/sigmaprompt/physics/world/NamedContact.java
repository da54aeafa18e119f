package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.collision.PairSurface;

/** Two colliders that a description names: they may touch whatever their bits and links say, and in their own way. */
public record NamedContact(ColliderPair pair, PairSurface surface) {}
