/** Kernels on flat arrays: spatial algebra, rotations and bit-exact trigonometry. */
@NullMarked
package io.sigmaprompt.physics.spatial;

import org.jspecify.annotations.NullMarked;
