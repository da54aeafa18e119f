/** Reads SDFormat, Gazebo's models and worlds, into a {@link io.sigmaprompt.physics.model.RobotModel}. */
@NullMarked
package io.sigmaprompt.physics.model.sdf;

import org.jspecify.annotations.NullMarked;
