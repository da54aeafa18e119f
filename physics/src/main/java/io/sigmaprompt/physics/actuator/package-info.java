/**
 * Actuators: what turns a command into joint effort, with its saturation, losses and limits; and the springs and dampers
 * that push joints without one.
 */
@NullMarked
package io.sigmaprompt.physics.actuator;

import org.jspecify.annotations.NullMarked;
