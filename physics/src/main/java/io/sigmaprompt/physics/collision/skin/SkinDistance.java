package io.sigmaprompt.physics.collision.skin;

import io.sigmaprompt.physics.collision.manifold.NarrowPhase;
import io.sigmaprompt.physics.collision.mesh.TriangleTree;
import io.sigmaprompt.physics.collision.shape.ConvexShape;
import io.sigmaprompt.physics.collision.shape.TriangleShape;
import io.sigmaprompt.physics.collision.solid.Boxes;
import io.sigmaprompt.physics.collision.solid.ConvexSolid;
import io.sigmaprompt.physics.collision.solid.Placement;
import io.sigmaprompt.physics.collision.solid.Skin;
import org.jspecify.annotations.Nullable;

/** How far a convex solid is from a skin: the least distance from any of its triangles. */
public final class SkinDistance implements TriangleTree.Nearness {
    private final Placement placement;
    private final NarrowPhase narrow;
    private final TriangleShape shape = new TriangleShape();
    private final double[] relative = new double[Placement.POSE];
    private final double[] box = new double[Boxes.SIZE];
    private final double[] candidate = new double[9];
    private final double[] best = new double[9];
    private @Nullable Skin skin;
    private @Nullable ConvexShape part;
    private int skinAt;
    private int partAt;
    private double nearest;

    public SkinDistance(Placement placement, NarrowPhase narrow) {
        this.placement = placement;
        this.narrow = narrow;
    }

    /**
     * The distance; below zero where the shape cuts the surface, above where it lies wholly within.
     *
     * @param witness Modified: point on the skin, on the solid, normal from the skin
     */
    public double of(Skin surface, int surfaceAt, ConvexSolid solid, int solidAt, double[] witness) {
        skin = surface;
        skinAt = Placement.POSE * surfaceAt;
        partAt = Placement.POSE * solidAt;
        RelativePose.of(placement.poses, skinAt, placement.poses, partAt, relative);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < solid.parts.length; i++) {
            part = solid.parts[i];
            solid.extents[i].place(relative, 0, box, 0);
            nearest = least;
            surface.nearest(box, least, this);
            if (nearest < least) {
                least = nearest;
                System.arraycopy(best, 0, witness, 0, 9);
            }
        }
        return least;
    }

    @Override
    public double of(int triangle, double least) {
        if (skin == null || part == null) {
            return least;
        }
        skin.corners(triangle, shape.corners);
        double distance = narrow.distance(shape, placement.poses, skinAt, part, placement.poses, partAt, candidate);
        if (distance < nearest) {
            nearest = distance;
            System.arraycopy(candidate, 0, best, 0, 9);
        }
        return nearest;
    }
}
