/**
 * Reads MJCF, MuJoCo's XML format, into a {@link io.sigmaprompt.physics.model.RobotModel} and the {@link
 * io.sigmaprompt.physics.model.mechanism.Mechanism} around it.
 */
@NullMarked
package io.sigmaprompt.physics.model.mjcf;

import org.jspecify.annotations.NullMarked;
