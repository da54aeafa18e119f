/** Surfaces made of triangles, as they touch: checked and mended, searched by tree or grid, cut into convex parts. */
@NullMarked
package io.sigmaprompt.physics.collision.mesh;

import org.jspecify.annotations.NullMarked;
