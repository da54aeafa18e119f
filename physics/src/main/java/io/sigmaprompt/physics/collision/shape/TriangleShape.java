package io.sigmaprompt.physics.collision.shape;

/**
 * A triangle, flat and solid on both sides, or all within a radius of it. Its corners may be set anew, so that whoever
 * walks a mesh uses one for all.
 */
public final class TriangleShape extends ConvexShape {
    /** The corners, 3 numbers each, own frame, metres; may be overwritten between two questions. */
    public final double[] corners = new double[9];

    private final double radius;

    public TriangleShape() {
        this(0);
    }

    public TriangleShape(double radius) {
        this.radius = radius;
    }

    /** Takes the corners from three vertices of a mesh. */
    public void set(double[] vertices, int a, int b, int c) {
        System.arraycopy(vertices, 3 * a, corners, 0, 3);
        System.arraycopy(vertices, 3 * b, corners, 3, 3);
        System.arraycopy(vertices, 3 * c, corners, 6, 3);
    }

    @Override
    public double radius() {
        return radius;
    }

    @Override
    public void support(double x, double y, double z, double[] out, int o) {
        double a = x * corners[0] + y * corners[1] + z * corners[2];
        double b = x * corners[3] + y * corners[4] + z * corners[5];
        double c = x * corners[6] + y * corners[7] + z * corners[8];
        int from = a >= b ? a >= c ? 0 : 6 : b >= c ? 3 : 6;
        out[o] = corners[from];
        out[o + 1] = corners[from + 1];
        out[o + 2] = corners[from + 2];
    }

    @Override
    public int supportingFace(double x, double y, double z, double[] out) {
        double ux = corners[3] - corners[0];
        double uy = corners[4] - corners[1];
        double uz = corners[5] - corners[2];
        double vx = corners[6] - corners[0];
        double vy = corners[7] - corners[1];
        double vz = corners[8] - corners[2];
        double facing = x * (uy * vz - uz * vy) + y * (uz * vx - ux * vz) + z * (ux * vy - uy * vx);
        int second = facing < 0 ? 6 : 3;
        System.arraycopy(corners, 0, out, 0, 3);
        System.arraycopy(corners, second, out, 3, 3);
        System.arraycopy(corners, 9 - second, out, 6, 3);
        return 3;
    }

    @Override
    public int faceSize() {
        return 3;
    }

    @Override
    public void bounds(double[] lower, double[] upper) {
        for (int k = 0; k < 3; k++) {
            lower[k] = Math.min(corners[k], Math.min(corners[k + 3], corners[k + 6])) - radius;
            upper[k] = Math.max(corners[k], Math.max(corners[k + 3], corners[k + 6])) + radius;
        }
    }
}
