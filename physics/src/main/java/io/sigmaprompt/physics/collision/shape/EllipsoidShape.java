package io.sigmaprompt.physics.collision.shape;

/** An ellipsoid centred on its own frame, by its half axes, metres. */
public final class EllipsoidShape extends ConvexShape {
    private final double rx;
    private final double ry;
    private final double rz;

    public EllipsoidShape(double x, double y, double z) {
        rx = x;
        ry = y;
        rz = z;
    }

    @Override
    public double radius() {
        return 0;
    }

    @Override
    public void support(double x, double y, double z, double[] out, int o) {
        double sx = rx * x;
        double sy = ry * y;
        double sz = rz * z;
        double length = Math.sqrt(sx * sx + sy * sy + sz * sz);
        if (length > 0) {
            out[o] = rx * (sx / length);
            out[o + 1] = ry * (sy / length);
            out[o + 2] = rz * (sz / length);
        } else {
            out[o] = rx;
            out[o + 1] = 0;
            out[o + 2] = 0;
        }
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
        upper[0] = rx;
        upper[1] = ry;
        upper[2] = rz;
        for (int k = 0; k < 3; k++) {
            lower[k] = -upper[k];
        }
    }
}
