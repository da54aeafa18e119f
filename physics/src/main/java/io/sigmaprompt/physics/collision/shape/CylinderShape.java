package io.sigmaprompt.physics.collision.shape;

/** A cylinder along its own z axis, centred, metres. Its caps look along a direction as octagons, its side as an edge. */
public final class CylinderShape extends ConvexShape {
    private static final double DIAGONAL = Math.sqrt(0.5);
    private static final double[] OCTAGON = {
        1, 0, DIAGONAL, DIAGONAL, 0, 1, -DIAGONAL, DIAGONAL, -1, 0, -DIAGONAL, -DIAGONAL, 0, -1, DIAGONAL, -DIAGONAL
    };

    public final double side;
    public final double half;

    /** A cylinder of a radius and a full length. */
    public CylinderShape(double radius, double length) {
        side = radius;
        half = 0.5 * length;
    }

    @Override
    public double radius() {
        return 0;
    }

    @Override
    public void support(double x, double y, double z, double[] out, int o) {
        double across = Math.sqrt(x * x + y * y);
        if (across > 0) {
            out[o] = x * (side / across);
            out[o + 1] = y * (side / across);
        } else {
            out[o] = side;
            out[o + 1] = 0;
        }
        out[o + 2] = z < 0 ? -half : half;
    }

    @Override
    public int supportingFace(double x, double y, double z, double[] out) {
        if (z * z < x * x + y * y) {
            support(x, y, -1, out, 0);
            support(x, y, 1, out, 3);
            return 2;
        }
        for (int i = 0; i < 8; i++) {
            int k = z < 0 ? 7 - i : i;
            out[3 * i] = side * OCTAGON[2 * k];
            out[3 * i + 1] = side * OCTAGON[2 * k + 1];
            out[3 * i + 2] = z < 0 ? -half : half;
        }
        return 8;
    }

    @Override
    public int faceSize() {
        return 8;
    }

    @Override
    public void bounds(double[] lower, double[] upper) {
        for (int k = 0; k < 3; k++) {
            upper[k] = k == 2 ? half : side;
            lower[k] = -upper[k];
        }
    }
}
