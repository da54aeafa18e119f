package io.sigmaprompt.physics.collision.solid;

/** What a collider is made of, once its geometry has been read. */
public sealed interface Solid permits ConvexSolid, PlaneSolid, Skin {}
