/**
 * What pushes joints: the port through which a step sees an actuator, a spring or a damper ({@link
 * io.sigmaprompt.physics.actuator.ForceElement}), and what all of them are made with.
 */
@NullMarked
package io.sigmaprompt.physics.actuator;

import org.jspecify.annotations.NullMarked;
