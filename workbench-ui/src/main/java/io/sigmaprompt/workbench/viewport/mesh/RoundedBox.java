package io.sigmaprompt.workbench.viewport.mesh;

/** A box whose edges and corners are parts of cylinders and spheres. */
final class RoundedBox {
    private RoundedBox() {}

    /** The mesh of a box of the given half extents and bevel radius, metres. */
    static TriangleMesh mesh(double hx, double hy, double hz, double bevel, int steps) {
        double[] half = {hx, hy, hz};
        int lines = 2 * (steps + 1);
        int perFace = lines * lines;
        float[] positions = new float[3 * 6 * perFace];
        float[] normals = new float[3 * 6 * perFace];
        int[] indices = new int[6 * 6 * (lines - 1) * (lines - 1)];
        int next = 0;
        for (int face = 0; face < 6; face++) {
            int axis = face / 2;
            double sign = face % 2 == 0 ? 1 : -1;
            int u = (axis + 1) % 3;
            int v = (axis + 2) % 3;
            for (int i = 0; i < lines; i++) {
                for (int j = 0; j < lines; j++) {
                    double[] p = new double[3];
                    p[axis] = sign * half[axis];
                    p[u] = gridLine(i, steps, half[u], bevel);
                    p[v] = gridLine(j, steps, half[v], bevel);
                    corner(p, half, bevel, positions, normals, 3 * (face * perFace + i * lines + j));
                }
            }
            for (int i = 0; i + 1 < lines; i++) {
                for (int j = 0; j + 1 < lines; j++) {
                    int a = face * perFace + i * lines + j;
                    int b = a + lines;
                    next = quad(indices, next, a, b, sign > 0);
                }
            }
        }
        return new TriangleMesh(positions, normals, indices);
    }

    private static int quad(int[] indices, int at, int a, int b, boolean outward) {
        int[] corners = outward ? new int[] {a, b, b + 1, a, b + 1, a + 1} : new int[] {a, b + 1, b, a, a + 1, b + 1};
        System.arraycopy(corners, 0, indices, at, 6);
        return at + 6;
    }

    /** Lines of a face: {@code steps + 1} within the bevel at each end, the flat between them in one stride. */
    private static double gridLine(int line, int steps, double half, double bevel) {
        int fromEnd = Math.min(line, 2 * steps + 1 - line);
        // Equal angles on the rounded edge: a cube's surface point at tan(angle) is pushed onto the sphere.
        double magnitude = half - bevel + bevel * StrictMath.tan(Math.PI / 4 * (steps - fromEnd) / steps);
        return line <= steps ? -magnitude : magnitude;
    }

    private static void corner(double[] p, double[] half, double bevel, float[] positions, float[] normals, int at) {
        double[] d = new double[3];
        double[] inner = new double[3];
        double length = 0;
        for (int k = 0; k < 3; k++) {
            double flat = half[k] - bevel;
            inner[k] = Math.clamp(p[k], -flat, flat);
            d[k] = p[k] - inner[k];
            length += d[k] * d[k];
        }
        length = Math.sqrt(length);
        for (int k = 0; k < 3; k++) {
            normals[at + k] = (float) (d[k] / length);
            positions[at + k] = (float) (inner[k] + bevel * d[k] / length);
        }
    }
}
