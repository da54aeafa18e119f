/** Reads URDF, and the xacro it is often written in, into a {@link io.sigmaprompt.physics.model.RobotModel}. */
@NullMarked
package io.sigmaprompt.physics.model.urdf;

import org.jspecify.annotations.NullMarked;
