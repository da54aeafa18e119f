/** The driven joints of one robot: their forces, losses, stops and mimics, and the acceleration that follows. */
@NullMarked
package io.sigmaprompt.physics.world.drive;

import org.jspecify.annotations.NullMarked;
