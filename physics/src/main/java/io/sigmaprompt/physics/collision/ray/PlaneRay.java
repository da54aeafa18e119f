package io.sigmaprompt.physics.collision.ray;

/** The half space below z = 0. */
final class PlaneRay implements RayTarget {
    private final RayInterval interval = new RayInterval();

    @Override
    public double hit(double[] ray, double most, double[] normal) {
        interval.clear();
        interval.cutByPlane(ray, 0, 0, 1, 0);
        return interval.hit(most, normal);
    }
}
