/** The simulated robot: physics, servos, sensors and faults behind the same frames that a real one sends. */
@NullMarked
package io.sigmaprompt.twin.simulation;

import org.jspecify.annotations.NullMarked;
