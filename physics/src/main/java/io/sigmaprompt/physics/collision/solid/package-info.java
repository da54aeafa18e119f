/** Colliders as they are computed with: convex parts, planes, skins of triangles; where they stand and the boxes about them. */
@NullMarked
package io.sigmaprompt.physics.collision.solid;

import org.jspecify.annotations.NullMarked;
