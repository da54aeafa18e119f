/** The battery that drives draw from. */
@NullMarked
package io.sigmaprompt.physics.actuator.battery;

import org.jspecify.annotations.NullMarked;
