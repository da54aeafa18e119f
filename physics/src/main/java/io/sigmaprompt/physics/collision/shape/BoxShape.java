package io.sigmaprompt.physics.collision.shape;

/** A box centred on its own frame, by its half edges, metres. */
public final class BoxShape extends ConvexShape {
    public final double hx;
    public final double hy;
    public final double hz;

    /** A box of full edge lengths. */
    public BoxShape(double x, double y, double z) {
        hx = 0.5 * x;
        hy = 0.5 * y;
        hz = 0.5 * z;
    }

    @Override
    public double radius() {
        return 0;
    }

    @Override
    public void support(double x, double y, double z, double[] out, int o) {
        out[o] = x < 0 ? -hx : hx;
        out[o + 1] = y < 0 ? -hy : hy;
        out[o + 2] = z < 0 ? -hz : hz;
    }

    @Override
    public int supportingFace(double x, double y, double z, double[] out) {
        double ax = Math.abs(x);
        double ay = Math.abs(y);
        double az = Math.abs(z);
        if (az >= ax && az >= ay) {
            face(2, z < 0, out);
        } else if (ay >= ax) {
            face(1, y < 0, out);
        } else {
            face(0, x < 0, out);
        }
        return 4;
    }

    /** Corners of the face across an axis, counter-clockwise seen from outside. */
    void face(int axis, boolean lower, double[] out) {
        double h = half(axis);
        // In the order of the axes (axis, next, next but one) a turn from next to next but one looks along the axis.
        int u = axis == 2 ? 0 : axis + 1;
        int v = 3 - axis - u;
        double side = lower ? -h : h;
        double hu = half(u);
        double hv = lower ? -half(v) : half(v);
        corner(out, 0, axis, side, u, hu, v, hv);
        corner(out, 3, axis, side, u, -hu, v, hv);
        corner(out, 6, axis, side, u, -hu, v, -hv);
        corner(out, 9, axis, side, u, hu, v, -hv);
    }

    private static void corner(double[] out, int o, int axis, double side, int u, double hu, int v, double hv) {
        out[o + axis] = side;
        out[o + u] = hu;
        out[o + v] = hv;
    }

    double half(int axis) {
        return axis == 0 ? hx : axis == 1 ? hy : hz;
    }

    @Override
    public int faceSize() {
        return 4;
    }

    @Override
    public void bounds(double[] lower, double[] upper) {
        for (int k = 0; k < 3; k++) {
            upper[k] = half(k);
            lower[k] = -upper[k];
        }
    }
}
