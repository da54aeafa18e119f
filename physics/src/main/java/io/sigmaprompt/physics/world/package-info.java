/**
 * The simulated world: robots, free bodies and ground that touch each other, stepped through time ({@link
 * io.sigmaprompt.physics.world.World}); and one robot alone under its servos ({@link
 * io.sigmaprompt.physics.world.RobotSimulation}).
 */
@NullMarked
package io.sigmaprompt.physics.world;

import org.jspecify.annotations.NullMarked;
