package io.sigmaprompt.physics.collision;

/** What a ray met first. Reused from ray to ray. */
public final class RayHit {
    /** Index of the collider. */
    public int collider;

    /** From the ray's origin, metres. */
    public double distance;

    /** Where, world, metres. */
    public final double[] point = new double[3];

    /** Unit normal away from the solid, world. */
    public final double[] normal = new double[3];
}
