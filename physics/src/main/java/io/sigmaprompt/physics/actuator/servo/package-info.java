/** Ideal servos on the joints of one robot. */
@NullMarked
package io.sigmaprompt.physics.actuator.servo;

import org.jspecify.annotations.NullMarked;
