package io.sigmaprompt.physics.collision.shape;

/**
 * A convex solid in its own frame, metres: a core, and all within {@link #radius} of it. A sphere's core is a point, a
 * capsule's a segment; a box has no radius. Immutable.
 */
public abstract class ConvexShape {
    /** How far the surface lies from the core, metres; 0 where the core is the solid. */
    public abstract double radius();

    /**
     * The core's point that lies farthest along a direction.
     *
     * @param x the direction, own frame, any length
     * @param out Modified. 3 numbers at {@code o}, own frame
     */
    public abstract void support(double x, double y, double z, double[] out, int o);

    /**
     * The core's face, edge or vertex that looks along a direction, as a polygon: what clipping makes manifolds of.
     *
     * @param x the direction, own frame, unit length
     * @param out Modified. corners, 3 numbers each, counter-clockwise seen from outside; at most {@link #faceSize}
     * @return how many corners
     */
    public abstract int supportingFace(double x, double y, double z, double[] out);

    /** The most corners that {@link #supportingFace} gives. */
    public abstract int faceSize();

    /** Corners of the axis-aligned box about the solid, own frame: 3 numbers each, Modified. */
    public abstract void bounds(double[] lower, double[] upper);
}
