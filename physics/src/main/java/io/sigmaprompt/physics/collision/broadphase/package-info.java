/** The pairs of colliders that are near enough to be looked at. */
@NullMarked
package io.sigmaprompt.physics.collision.broadphase;

import org.jspecify.annotations.NullMarked;
