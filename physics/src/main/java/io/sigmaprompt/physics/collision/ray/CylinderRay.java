package io.sigmaprompt.physics.collision.ray;

/** A cylinder along z, with flat ends or with half balls on them, which make it a capsule. */
final class CylinderRay implements RayTarget {
    private final double inverseRadius;
    private final double half;
    private final boolean capped;
    private final RayInterval interval = new RayInterval();
    private final RayInterval cap = new RayInterval();

    CylinderRay(double radius, double length, boolean capped) {
        inverseRadius = 1 / radius;
        half = 0.5 * length;
        this.capped = capped;
    }

    @Override
    public double hit(double[] ray, double most, double[] normal) {
        interval.clear();
        interval.cutByQuadric(ray, inverseRadius, inverseRadius, 0, 0);
        if (!interval.isEmpty()) {
            interval.cutByPlane(ray, 0, 0, 1, half);
            interval.cutByPlane(ray, 0, 0, -1, half);
        }
        if (capped) {
            if (interval.isEmpty()) {
                interval.empty();
            }
            addCap(ray, half);
            addCap(ray, -half);
        }
        return interval.hit(most, normal);
    }

    private void addCap(double[] ray, double z) {
        cap.clear();
        cap.cutByQuadric(ray, inverseRadius, inverseRadius, inverseRadius, z);
        interval.extend(cap);
    }
}
