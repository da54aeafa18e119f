/**
 * Rigid-body dynamics: what can be asked ({@link io.sigmaprompt.physics.dynamics.RobotDynamics}), and the textbook's
 * algorithms that define the answers, one class an algorithm, named after it.
 */
@NullMarked
package io.sigmaprompt.physics.dynamics;

import org.jspecify.annotations.NullMarked;
