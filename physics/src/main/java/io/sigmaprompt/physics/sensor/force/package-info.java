/** What measures forces and touch. */
@NullMarked
package io.sigmaprompt.physics.sensor.force;

import org.jspecify.annotations.NullMarked;
