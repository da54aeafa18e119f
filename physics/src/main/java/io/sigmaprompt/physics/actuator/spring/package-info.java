/** Springs and dampers of joints and tendons, which push without a command. */
@NullMarked
package io.sigmaprompt.physics.actuator.spring;

import org.jspecify.annotations.NullMarked;
