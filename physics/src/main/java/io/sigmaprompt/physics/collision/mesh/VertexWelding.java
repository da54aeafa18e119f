package io.sigmaprompt.physics.collision.mesh;

import io.sigmaprompt.physics.model.mesh.TriangleMesh;
import java.util.Arrays;

/** Makes corners at one place one corner, and leaves out triangles without area and corners without triangles. */
final class VertexWelding {
    private VertexWelding() {}

    static TriangleMesh of(TriangleMesh mesh) {
        int n = mesh.vertexCount();
        double[] v = mesh.vertices();
        Integer[] order = new Integer[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> compare(v, a, b));
        int[] same = new int[n];
        for (int i = 0; i < n; i++) {
            // Of equals the lowest comes first.
            same[order[i]] = i > 0 && place(v, order[i - 1], order[i]) == 0 ? same[order[i - 1]] : order[i];
        }
        int[] kept = new int[3 * mesh.triangleCount()];
        int count = 0;
        double[] c = new double[9];
        double[] normal = new double[3];
        for (int t = 0; t < mesh.triangleCount(); t++) {
            Triangles.corners(mesh, t, c);
            if (Triangles.normal(c, normal) > 0) {
                for (int k = 0; k < 3; k++) {
                    kept[count++] = same[mesh.triangles()[3 * t + k]];
                }
            }
        }
        return renumbered(v, Arrays.copyOf(kept, count));
    }

    private static TriangleMesh renumbered(double[] vertices, int[] triangles) {
        int[] number = new int[vertices.length / 3];
        for (int index : triangles) {
            number[index] = 1;
        }
        double[] corners = new double[vertices.length];
        int count = 0;
        for (int i = 0; i < number.length; i++) {
            if (number[i] == 1) {
                System.arraycopy(vertices, 3 * i, corners, 3 * count, 3);
                number[i] = count++;
            }
        }
        int[] faces = new int[triangles.length];
        for (int i = 0; i < faces.length; i++) {
            faces[i] = number[triangles[i]];
        }
        return new TriangleMesh(Arrays.copyOf(corners, 3 * count), faces);
    }

    private static int compare(double[] v, int a, int b) {
        int byPlace = place(v, a, b);
        return byPlace != 0 ? byPlace : Integer.compare(a, b);
    }

    private static int place(double[] v, int a, int b) {
        for (int k = 0; k < 3; k++) {
            // Adding zero makes -0 and 0 one place.
            int order = Double.compare(v[3 * a + k] + 0.0, v[3 * b + k] + 0.0);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
