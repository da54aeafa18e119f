package io.sigmaprompt.physics.collision;

/** What a collider is made of, once its geometry has been read. */
sealed interface Solid permits ConvexSolid, PlaneSolid, Skin {}
