package io.sigmaprompt.physics.collision.ray;

/** Something that a ray may meet. Not for use by several threads at once. */
public interface RayTarget {
    /** What {@link #hit} gives for a miss. */
    double MISS = Double.POSITIVE_INFINITY;

    /**
     * Where a ray first meets the surface after its origin. A ray that starts inside a convex solid meets its far side.
     *
     * @param ray origin, then unit direction; own frame, metres
     * @param most distance beyond which nothing is looked for, metres
     * @param normal Modified where the ray hits. 3 numbers: unit normal, away from the solid, own frame
     * @return distance along the ray, metres, above zero; {@link #MISS} where it meets nothing
     */
    double hit(double[] ray, double most, double[] normal);
}
