/** How a scalar force reaches joints: gears, tendons, sites. */
@NullMarked
package io.sigmaprompt.physics.actuator.transmission;

import org.jspecify.annotations.NullMarked;
