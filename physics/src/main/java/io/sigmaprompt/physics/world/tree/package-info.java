/** The parts of a world with a mass matrix of their own, articulated or free, and what constraints see of them. */
@NullMarked
package io.sigmaprompt.physics.world.tree;

import org.jspecify.annotations.NullMarked;
