/** How far apart two convex shapes are, or how deep in each other: formulas, GJK and EPA. */
@NullMarked
package io.sigmaprompt.physics.collision.distance;

import org.jspecify.annotations.NullMarked;
