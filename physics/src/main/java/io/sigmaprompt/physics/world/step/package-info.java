/** The parts of a step: forces, constraints, the search for velocities, the correction of positions, sleep. */
@NullMarked
package io.sigmaprompt.physics.world.step;

import org.jspecify.annotations.NullMarked;
