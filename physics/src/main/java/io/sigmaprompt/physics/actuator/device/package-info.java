/** Actuators that are more than a driven joint: propellers, the wheels of a base, grippers. */
@NullMarked
package io.sigmaprompt.physics.actuator.device;

import org.jspecify.annotations.NullMarked;
