/** What a ray meets of one shape, in the shape's own frame: exactly, without steps or tolerances. */
@NullMarked
package io.sigmaprompt.physics.collision.ray;

import org.jspecify.annotations.NullMarked;
