/** The contact points of two convex shapes, chosen so that they hold them. */
@NullMarked
package io.sigmaprompt.physics.collision.manifold;

import org.jspecify.annotations.NullMarked;
