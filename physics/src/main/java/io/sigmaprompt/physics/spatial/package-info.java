/**
 * Mathematics on flat arrays that the rest of physics is made of: spatial algebra, rotations, bit-exact trigonometry, small
 * dense systems of equations, and a seeded stream of numbers.
 */
@NullMarked
package io.sigmaprompt.physics.spatial;

import org.jspecify.annotations.NullMarked;
