package io.sigmaprompt.workbench.viewport.mesh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a soup of triangles the normals of a solid: corners at one point share a normal, weighted by area, unless the
 * faces meet at more than the crease angle. So a tessellated cylinder is round and its rim stays sharp.
 */
final class CreaseNormals {
    private static final double CREASE_COSINE = StrictMath.cos(Math.toRadians(38));

    private record Point(float x, float y, float z) {}

    private CreaseNormals() {}

    /**
     * The mesh of a soup.
     *
     * @param soup 9 x triangles: three corners each, counter-clockwise seen from outside
     */
    static TriangleMesh mesh(float[] soup) {
        int triangles = soup.length / 9;
        double[] faces = new double[3 * triangles];
        Map<Point, List<Integer>> facesAt = new HashMap<>();
        for (int t = 0; t < triangles; t++) {
            faceNormal(soup, 9 * t, faces, 3 * t);
            for (int corner = 0; corner < 3; corner++) {
                facesAt.computeIfAbsent(point(soup, 9 * t + 3 * corner), k -> new ArrayList<>(6))
                        .add(t);
            }
        }
        float[] normals = new float[soup.length];
        int[] indices = new int[3 * triangles];
        for (int corner = 0; corner < 3 * triangles; corner++) {
            indices[corner] = corner;
            smooth(facesAt.getOrDefault(point(soup, 3 * corner), List.of()), faces, corner / 3, normals, 3 * corner);
        }
        return new TriangleMesh(soup, normals, indices);
    }

    /** Twice the area times the unit normal. */
    private static void faceNormal(float[] p, int at, double[] out, int to) {
        double ux = p[at + 3] - p[at];
        double uy = p[at + 4] - p[at + 1];
        double uz = p[at + 5] - p[at + 2];
        double vx = p[at + 6] - p[at];
        double vy = p[at + 7] - p[at + 1];
        double vz = p[at + 8] - p[at + 2];
        out[to] = uy * vz - uz * vy;
        out[to + 1] = uz * vx - ux * vz;
        out[to + 2] = ux * vy - uy * vx;
    }

    private static void smooth(List<Integer> neighbours, double[] faces, int self, float[] out, int to) {
        double own = length(faces, self);
        double x = 0;
        double y = 0;
        double z = 0;
        for (int other : neighbours) {
            double dot = faces[3 * self] * faces[3 * other]
                    + faces[3 * self + 1] * faces[3 * other + 1]
                    + faces[3 * self + 2] * faces[3 * other + 2];
            if (dot >= CREASE_COSINE * own * length(faces, other)) {
                x += faces[3 * other];
                y += faces[3 * other + 1];
                z += faces[3 * other + 2];
            }
        }
        double length = Math.sqrt(x * x + y * y + z * z);
        // A triangle without area has no normal of its own; up is as good as any.
        out[to] = (float) (length == 0 ? 0 : x / length);
        out[to + 1] = (float) (length == 0 ? 0 : y / length);
        out[to + 2] = (float) (length == 0 ? 1 : z / length);
    }

    private static double length(double[] faces, int face) {
        double x = faces[3 * face];
        double y = faces[3 * face + 1];
        double z = faces[3 * face + 2];
        return Math.sqrt(x * x + y * y + z * z);
    }

    private static Point point(float[] soup, int at) {
        // Adding zero makes -0 and 0 one point.
        return new Point(soup[at] + 0f, soup[at + 1] + 0f, soup[at + 2] + 0f);
    }
}
