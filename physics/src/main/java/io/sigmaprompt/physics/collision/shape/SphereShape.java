package io.sigmaprompt.physics.collision.shape;

/** A sphere about its own origin: a point and a radius, metres. */
public final class SphereShape extends ConvexShape {
    private final double radius;

    public SphereShape(double radius) {
        this.radius = radius;
    }

    @Override
    public double radius() {
        return radius;
    }

    @Override
    public void support(double x, double y, double z, double[] out, int o) {
        out[o] = 0;
        out[o + 1] = 0;
        out[o + 2] = 0;
    }

    @Override
    public int supportingFace(double x, double y, double z, double[] out) {
        support(x, y, z, out, 0);
        return 1;
    }

    @Override
    public int faceSize() {
        return 1;
    }

    @Override
    public void bounds(double[] lower, double[] upper) {
        for (int k = 0; k < 3; k++) {
            lower[k] = -radius;
            upper[k] = radius;
        }
    }
}
