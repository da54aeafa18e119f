/** An electric drive: motor, gear, inner loop, friction, play, command and warmth. */
@NullMarked
package io.sigmaprompt.physics.actuator.drive;

import org.jspecify.annotations.NullMarked;
