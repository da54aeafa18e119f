/** The sensors that a robot's description names, evaluated in a world. */
@NullMarked
package io.sigmaprompt.physics.sensor.mechanism;

import org.jspecify.annotations.NullMarked;
