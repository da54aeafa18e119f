package io.sigmaprompt.physics.collision;

/** One convex shape, or several that share a frame. */
final class ConvexSolid implements Solid {
    final ConvexShape[] parts;
    final Extent[] extents;
    final Extent extent;

    ConvexSolid(ConvexShape... parts) {
        this.parts = parts;
        extents = new Extent[parts.length];
        for (int i = 0; i < parts.length; i++) {
            extents[i] = Extent.of(parts[i]);
        }
        extent = parts.length == 1 ? extents[0] : Extent.around(extents);
    }
}
