/** What stands in a world before it moves: robots, the trees that they are cut into, their colliders and masses. */
@NullMarked
package io.sigmaprompt.physics.world.description;

import org.jspecify.annotations.NullMarked;
