/** What measures distances by beams. */
@NullMarked
package io.sigmaprompt.physics.sensor.range;

import org.jspecify.annotations.NullMarked;
