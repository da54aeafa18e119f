/** Stepping a mechanism through time: integrators, joint limits, friction. */
@NullMarked
package io.sigmaprompt.physics.world;

import org.jspecify.annotations.NullMarked;
