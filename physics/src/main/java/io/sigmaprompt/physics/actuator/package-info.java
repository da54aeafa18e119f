/** Actuators: what turns a command into joint effort, with its saturation. */
@NullMarked
package io.sigmaprompt.physics.actuator;

import org.jspecify.annotations.NullMarked;
