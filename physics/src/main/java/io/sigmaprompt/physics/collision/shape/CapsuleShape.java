package io.sigmaprompt.physics.collision.shape;

/** A capsule along its own z axis: all within a radius of a segment, centred, metres. */
public final class CapsuleShape extends ConvexShape {
    /** Sine of the angle off the horizontal up to which the whole segment looks along a direction. */
    private static final double SIDEWAYS = 0.1;

    private final double radius;
    private final double half;

    /**
     * A capsule.
     *
     * @param length of the cylindrical part, without the ends; 0 gives a sphere
     */
    public CapsuleShape(double radius, double length) {
        this.radius = radius;
        this.half = 0.5 * length;
    }

    /** Half of the segment's length. */
    public double half() {
        return half;
    }

    @Override
    public double radius() {
        return radius;
    }

    @Override
    public void support(double x, double y, double z, double[] out, int o) {
        out[o] = 0;
        out[o + 1] = 0;
        out[o + 2] = z < 0 ? -half : half;
    }

    @Override
    public int supportingFace(double x, double y, double z, double[] out) {
        if (half == 0 || Math.abs(z) > SIDEWAYS) {
            support(x, y, z, out, 0);
            return 1;
        }
        support(0, 0, -1, out, 0);
        support(0, 0, 1, out, 3);
        return 2;
    }

    @Override
    public int faceSize() {
        return 2;
    }

    @Override
    public void bounds(double[] lower, double[] upper) {
        for (int k = 0; k < 3; k++) {
            upper[k] = k == 2 ? half + radius : radius;
            lower[k] = -upper[k];
        }
    }
}
