package io.sigmaprompt.physics.collision.solid;

import io.sigmaprompt.physics.collision.shape.ConvexShape;
import io.sigmaprompt.physics.collision.shape.Extent;

/** One convex shape, or several that share a frame. */
public final class ConvexSolid implements Solid {
    public final ConvexShape[] parts;
    public final Extent[] extents;
    final Extent extent;

    public ConvexSolid(ConvexShape... parts) {
        this.parts = parts;
        extents = new Extent[parts.length];
        for (int i = 0; i < parts.length; i++) {
            extents[i] = Extent.of(parts[i]);
        }
        extent = parts.length == 1 ? extents[0] : Extent.around(extents);
    }
}
