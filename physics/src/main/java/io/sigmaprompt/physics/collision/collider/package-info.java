/** What may touch, with whom, and with which surface. */
@NullMarked
package io.sigmaprompt.physics.collision.collider;

import org.jspecify.annotations.NullMarked;
