package io.sigmaprompt.physics.collision.mesh;

import io.sigmaprompt.physics.model.mesh.TriangleMesh;

/** What lies beside what on a mesh: neighbours over edges, corners around corners, and which way each corner looks. */
public final class MeshTopology {
    private static final int NONE = -1;

    private final EdgeTable edges;
    private final int[] ringStart;
    private final int[] ring;
    private final double[] vertexNormals;

    /** The topology of a mesh as {@link MeshCheck} gives it. */
    public MeshTopology(TriangleMesh mesh) {
        int n = mesh.vertexCount();
        edges = new EdgeTable(mesh.triangles(), n);
        ringStart = new int[n + 1];
        for (int edge = 0; edge < mesh.triangles().length; edge++) {
            ringStart[edges.from(edge) + 1]++;
            ringStart[edges.to(edge) + 1] += edges.partner(edge) < 0 ? 1 : 0;
        }
        for (int v = 0; v < n; v++) {
            ringStart[v + 1] += ringStart[v];
        }
        ring = new int[ringStart[n]];
        int[] at = ringStart.clone();
        for (int edge = 0; edge < mesh.triangles().length; edge++) {
            ring[at[edges.from(edge)]++] = edges.to(edge);
            if (edges.partner(edge) < 0) {
                ring[at[edges.to(edge)]++] = edges.from(edge);
            }
        }
        vertexNormals = new double[3 * n];
        double[] c = new double[9];
        double[] normal = new double[3];
        for (int t = 0; t < mesh.triangleCount(); t++) {
            Triangles.corners(mesh, t, c);
            Triangles.normal(c, normal);
            for (int k = 0; k < 3; k++) {
                double angle = angle(c, k);
                for (int axis = 0; axis < 3; axis++) {
                    vertexNormals[3 * mesh.triangles()[3 * t + k] + axis] += angle * normal[axis];
                }
            }
        }
    }

    /** The corner of the triangle across edge k that is not on that edge, or -1 at a rim; edge k leads from corner k to the next. */
    public int cornerAcross(int triangle, int k) {
        int partner = edges.partner(3 * triangle + k);
        return partner < 0 ? NONE : edges.to(partner % 3 == 2 ? partner - 2 : partner + 1);
    }

    /** How many corners an edge joins to a corner. */
    public int ringSize(int vertex) {
        return ringStart[vertex + 1] - ringStart[vertex];
    }

    public int ring(int vertex, int i) {
        return ring[ringStart[vertex] + i];
    }

    /**
     * Along a corner's normal, the sum of its triangles' weighted by their angles: what looks along it is outside
     * (Baerentzen, Aanaes, Signed distance computation using the angle weighted pseudonormal, 2005).
     */
    public double alongNormal(int vertex, double x, double y, double z) {
        int o = 3 * vertex;
        return vertexNormals[o] * x + vertexNormals[o + 1] * y + vertexNormals[o + 2] * z;
    }

    private static double angle(double[] c, int k) {
        double cos = 0;
        double a = 0;
        double b = 0;
        int next = (k + 1) % 3;
        int last = (k + 2) % 3;
        for (int axis = 0; axis < 3; axis++) {
            double u = c[3 * next + axis] - c[3 * k + axis];
            double v = c[3 * last + axis] - c[3 * k + axis];
            cos += u * v;
            a += u * u;
            b += v * v;
        }
        return StrictMath.acos(Math.max(-1, Math.min(1, cos / Math.sqrt(a * b))));
    }
}
