/** Convex shapes by their support, and the faces that clipping needs. */
@NullMarked
package io.sigmaprompt.physics.collision.shape;

import org.jspecify.annotations.NullMarked;
