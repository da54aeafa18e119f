package io.sigmaprompt.physics.collision;

import io.sigmaprompt.physics.model.mesh.TriangleMesh;
import io.sigmaprompt.physics.spatial.Trig;

/** Meshes that are not convex. */
public final class Meshes {
    private Meshes() {}

    /** An L of three unit cubes in the x-y plane, unit height, its corner at the origin. */
    public static TriangleMesh l() {
        return prism(new double[] {0, 0, 2, 0, 2, 1, 1, 1, 1, 2, 0, 2}, new int[] {0, 1, 2, 0, 2, 3, 0, 3, 4, 0, 4, 5});
    }

    /** A U of five unit cubes in the x-y plane, unit height. */
    public static TriangleMesh u() {
        return prism(
                new double[] {0, 0, 3, 0, 3, 2, 2, 2, 2, 1, 1, 1, 1, 2, 0, 2},
                new int[] {0, 1, 4, 1, 2, 4, 2, 3, 4, 0, 4, 5, 0, 5, 7, 5, 6, 7});
    }

    /** A torus about z. */
    public static TriangleMesh torus(double ring, double tube, int around, int across) {
        double[] v = new double[3 * around * across];
        int[] f = new int[6 * around * across];
        for (int i = 0; i < around; i++) {
            for (int j = 0; j < across; j++) {
                double a = 2 * Math.PI * i / around;
                double b = 2 * Math.PI * j / across;
                double r = ring + tube * Trig.cos(b);
                int o = i * across + j;
                v[3 * o] = r * Trig.cos(a);
                v[3 * o + 1] = r * Trig.sin(a);
                v[3 * o + 2] = tube * Trig.sin(b);
                int i1 = (i + 1) % around * across + j;
                int j1 = i * across + (j + 1) % across;
                int ij = (i + 1) % around * across + (j + 1) % across;
                System.arraycopy(new int[] {o, i1, ij, o, ij, j1}, 0, f, 6 * o, 6);
            }
        }
        return new TriangleMesh(v, f);
    }

    /** A level square of 2 n² triangles, edge 2, at a height. */
    public static TriangleMesh sheet(int n, double z) {
        double[] v = new double[3 * (n + 1) * (n + 1)];
        int[] f = new int[6 * n * n];
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= n; j++) {
                int o = i * (n + 1) + j;
                v[3 * o] = -1 + 2.0 * j / n;
                v[3 * o + 1] = -1 + 2.0 * i / n;
                v[3 * o + 2] = z;
                if (i < n && j < n) {
                    System.arraycopy(
                            new int[] {o, o + 1, o + n + 2, o, o + n + 2, o + n + 1}, 0, f, 6 * (i * n + j), 6);
                }
            }
        }
        return new TriangleMesh(v, f);
    }

    /** A prism of unit height over a polygon, counter-clockwise, whose triangles are given. */
    private static TriangleMesh prism(double[] outline, int[] faces) {
        int n = outline.length / 2;
        double[] v = new double[6 * n];
        int[] f = new int[2 * faces.length + 6 * n];
        for (int i = 0; i < n; i++) {
            for (int top = 0; top < 2; top++) {
                v[3 * (i + top * n)] = outline[2 * i];
                v[3 * (i + top * n) + 1] = outline[2 * i + 1];
                v[3 * (i + top * n) + 2] = top;
            }
            int j = (i + 1) % n;
            System.arraycopy(new int[] {i, j, j + n, i, j + n, i + n}, 0, f, 2 * faces.length + 6 * i, 6);
        }
        for (int t = 0; t < faces.length; t += 3) {
            System.arraycopy(new int[] {faces[t], faces[t + 2], faces[t + 1]}, 0, f, t, 3);
            System.arraycopy(new int[] {faces[t] + n, faces[t + 1] + n, faces[t + 2] + n}, 0, f, faces.length + t, 3);
        }
        return new TriangleMesh(v, f);
    }
}
