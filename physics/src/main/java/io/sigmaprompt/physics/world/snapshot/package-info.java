/** The numbers of a snapshot, written and read in one order. */
@NullMarked
package io.sigmaprompt.physics.world.snapshot;

import org.jspecify.annotations.NullMarked;
