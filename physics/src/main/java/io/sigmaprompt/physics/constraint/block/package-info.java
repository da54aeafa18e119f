/** Matrices that are sparse by blocks, and their factors. */
@NullMarked
package io.sigmaprompt.physics.constraint.block;

import org.jspecify.annotations.NullMarked;
