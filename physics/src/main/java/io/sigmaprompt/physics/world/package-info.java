/**
 * One robot under its servos, stepped through time: friction, joint limits, mimics. For a robot without anything that jumps
 * see {@link io.sigmaprompt.physics.integration}.
 */
@NullMarked
package io.sigmaprompt.physics.world;

import org.jspecify.annotations.NullMarked;
