package io.sigmaprompt.physics.collision.mesh;

import io.sigmaprompt.physics.model.mesh.TriangleMesh;

/** Single triangles, as 9 numbers: three corners. */
public final class Triangles {
    private Triangles() {}

    /** Writes a mesh's triangle. */
    public static void corners(TriangleMesh mesh, int triangle, double[] out) {
        for (int k = 0; k < 3; k++) {
            System.arraycopy(mesh.vertices(), 3 * mesh.triangles()[3 * triangle + k], out, 3 * k, 3);
        }
    }

    /**
     * Writes the normal of the side on which the corners run counter-clockwise.
     *
     * @return twice the area, m²; where it is zero, so is the normal
     */
    public static double normal(double[] c, double[] out) {
        double ux = c[3] - c[0];
        double uy = c[4] - c[1];
        double uz = c[5] - c[2];
        double vx = c[6] - c[0];
        double vy = c[7] - c[1];
        double vz = c[8] - c[2];
        double x = uy * vz - uz * vy;
        double y = uz * vx - ux * vz;
        double z = ux * vy - uy * vx;
        double norm = Math.sqrt(x * x + y * y + z * z);
        double scale = norm > 0 ? 1 / norm : 0;
        // Divided, not multiplied by an inverse, so that a level triangle's normal is exactly level.
        out[0] = scale == 0 ? 0 : x / norm;
        out[1] = scale == 0 ? 0 : y / norm;
        out[2] = scale == 0 ? 0 : z / norm;
        return norm;
    }

    /** Six times the volume between a triangle and the origin, m³; negative where its outer side faces the origin. */
    public static double sixfoldVolume(double[] c) {
        return c[0] * (c[4] * c[8] - c[5] * c[7])
                + c[1] * (c[5] * c[6] - c[3] * c[8])
                + c[2] * (c[3] * c[7] - c[4] * c[6]);
    }

    /** The volume that a closed mesh encloses, m³. */
    public static double volume(TriangleMesh mesh) {
        double[] c = new double[9];
        double sum = 0;
        for (int t = 0; t < mesh.triangleCount(); t++) {
            corners(mesh, t, c);
            // Seen from a corner of the mesh, for the sake of those far from their origin.
            for (int k = 0; k < 9; k++) {
                c[k] -= mesh.vertices()[k % 3];
            }
            sum += sixfoldVolume(c);
        }
        return sum / 6;
    }
}
