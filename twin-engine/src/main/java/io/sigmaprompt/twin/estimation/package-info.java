/** From telemetry to the state of the robot: position, velocity, acceleration, effort. */
@NullMarked
package io.sigmaprompt.twin.estimation;

import org.jspecify.annotations.NullMarked;
