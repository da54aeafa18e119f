/** Inverse kinematics: which configuration brings a robot's frames where they are wanted. */
@NullMarked
package io.sigmaprompt.physics.kinematics;

import org.jspecify.annotations.NullMarked;
