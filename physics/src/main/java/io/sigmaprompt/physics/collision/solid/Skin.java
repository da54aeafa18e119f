package io.sigmaprompt.physics.collision.solid;

import io.sigmaprompt.physics.collision.mesh.TriangleTree;
import io.sigmaprompt.physics.collision.shape.Extent;

/**
 * A surface of triangles with an outer side, and what lies beside what on it. Vertices and triangles go by number; edge
 * k of a triangle leads from its corner k to the next.
 */
public abstract sealed class Skin implements Solid permits MeshSkin, FieldSkin {
    static final int NONE = -1;

    public abstract Extent extent();

    /** Whether all below is solid, however deep something lies in it. */
    public abstract boolean bottomless();

    /** Looks for the triangles that may touch what is in a box, own frame; {@link #found} tells them. */
    public abstract int overlapping(double[] box);

    public abstract int found(int i);

    /** Shows the triangles that may be nearest to what is in a box, own frame. */
    public abstract void nearest(double[] box, double most, TriangleTree.Nearness nearness);

    /** Writes a triangle's corners, 9 numbers, own frame. */
    public abstract void corners(int triangle, double[] out);

    public abstract int corner(int triangle, int k);

    /** Writes where a vertex is, own frame. */
    public abstract void point(int vertex, double[] out, int o);

    /** The vertex of the triangle across an edge that is not on the edge; {@link #NONE} at a rim. */
    public abstract int cornerAcross(int triangle, int k);

    /** How many vertices an edge joins to a vertex. */
    public abstract int ringSize(int vertex);

    public abstract int ring(int vertex, int i);

    /** Whether a direction, own frame, leads out of the solid at a vertex. */
    public abstract boolean leadsOut(int vertex, double x, double y, double z);
}
