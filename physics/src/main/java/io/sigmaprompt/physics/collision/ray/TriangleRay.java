package io.sigmaprompt.physics.collision.ray;

/**
 * A ray against triangles, with no gap between two that share an edge: both compute that edge's side by the same
 * numbers (Woop, Benthin, Wald, Watertight ray/triangle intersection, 2013).
 */
public final class TriangleRay {
    private final double[] origin = new double[3];
    private int kx;
    private int ky;
    private int kz;
    private double sx;
    private double sy;
    private double sz;

    /** Sets the ray: origin, then unit direction. */
    public void aim(double[] ray) {
        System.arraycopy(ray, 0, origin, 0, 3);
        double x = Math.abs(ray[3]);
        double y = Math.abs(ray[4]);
        double z = Math.abs(ray[5]);
        kz = x > y ? (x > z ? 0 : 2) : (y > z ? 1 : 2);
        kx = (kz + 1) % 3;
        ky = (kz + 2) % 3;
        sx = ray[3 + kx] / ray[3 + kz];
        sy = ray[3 + ky] / ray[3 + kz];
        sz = 1 / ray[3 + kz];
    }

    /**
     * How far along the ray a triangle is met, from either side.
     *
     * @param corners 9 numbers
     * @return metres, above zero; {@link RayTarget#MISS} where it is not
     */
    public double hit(double[] corners) {
        double az = corners[kz] - origin[kz];
        double bz = corners[3 + kz] - origin[kz];
        double cz = corners[6 + kz] - origin[kz];
        double ax = corners[kx] - origin[kx] - sx * az;
        double ay = corners[ky] - origin[ky] - sy * az;
        double bx = corners[3 + kx] - origin[kx] - sx * bz;
        double by = corners[3 + ky] - origin[ky] - sy * bz;
        double cx = corners[6 + kx] - origin[kx] - sx * cz;
        double cy = corners[6 + ky] - origin[ky] - sy * cz;
        double u = cx * by - cy * bx;
        double v = ax * cy - ay * cx;
        double w = bx * ay - by * ax;
        if ((u < 0 || v < 0 || w < 0) && (u > 0 || v > 0 || w > 0)) {
            return RayTarget.MISS;
        }
        double determinant = u + v + w;
        if (determinant == 0) {
            return RayTarget.MISS;
        }
        double t = sz * (u * az + v * bz + w * cz) / determinant;
        return t > 0 ? t : RayTarget.MISS;
    }
}
