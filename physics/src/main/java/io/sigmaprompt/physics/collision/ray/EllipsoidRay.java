package io.sigmaprompt.physics.collision.ray;

/** An ellipsoid, or a sphere, by its half axes. */
final class EllipsoidRay implements RayTarget {
    private final double x;
    private final double y;
    private final double z;
    private final RayInterval interval = new RayInterval();

    EllipsoidRay(double x, double y, double z) {
        this.x = 1 / x;
        this.y = 1 / y;
        this.z = 1 / z;
    }

    @Override
    public double hit(double[] ray, double most, double[] normal) {
        interval.clear();
        interval.cutByQuadric(ray, x, y, z, 0);
        return interval.hit(most, normal);
    }
}
