package io.sigmaprompt.workbench.viewport.mesh;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A coarser mesh of the same shape: vertices that share a cell of a grid become one, triangles that collapse go
 * (Rossignac and Borrel, Multi-resolution 3D approximations for rendering complex scenes, 1993). Normals are merged
 * only where they point alike, so that edges stay sharp.
 */
public final class ClusteredMesh {
    private record Cell(int x, int y, int z) {}

    private record Corner(int cell, int nx, int ny, int nz) {}

    private final TriangleMesh fine;
    private final Map<Cell, Integer> cells = new HashMap<>();
    private final Map<Corner, Integer> corners = new HashMap<>();
    private final int[] cellOf;
    private final int[] cornerOf;

    private ClusteredMesh(TriangleMesh fine, double size) {
        this.fine = fine;
        int vertices = fine.positions().length / 3;
        cellOf = new int[vertices];
        cornerOf = new int[vertices];
        for (int v = 0; v < vertices; v++) {
            Cell cell = new Cell(index(3 * v, size), index(3 * v + 1, size), index(3 * v + 2, size));
            cellOf[v] = cells.computeIfAbsent(cell, k -> cells.size());
            float[] n = fine.normals();
            Corner corner = new Corner(
                    cellOf[v], Math.round(2 * n[3 * v]), Math.round(2 * n[3 * v + 1]), Math.round(2 * n[3 * v + 2]));
            cornerOf[v] = corners.computeIfAbsent(corner, k -> corners.size());
        }
    }

    private int index(int coordinate, double size) {
        return (int) Math.floor(fine.positions()[coordinate] / size);
    }

    /** The mesh with cells of that size, metres; the mesh itself where that makes it no lighter. */
    public static TriangleMesh of(TriangleMesh fine, double size) {
        TriangleMesh coarse = new ClusteredMesh(fine, size).merged();
        return coarse.triangles() == 0 || coarse.triangles() > 0.8 * fine.triangles() ? fine : coarse;
    }

    private TriangleMesh merged() {
        float[] centres = new float[3 * cells.size()];
        int[] members = new int[cells.size()];
        float[] positions = new float[3 * corners.size()];
        float[] normals = new float[3 * corners.size()];
        for (int v = 0; v < cellOf.length; v++) {
            members[cellOf[v]]++;
            for (int k = 0; k < 3; k++) {
                centres[3 * cellOf[v] + k] += fine.positions()[3 * v + k];
                normals[3 * cornerOf[v] + k] += fine.normals()[3 * v + k];
            }
        }
        for (int v = 0; v < cellOf.length; v++) {
            for (int k = 0; k < 3; k++) {
                positions[3 * cornerOf[v] + k] = centres[3 * cellOf[v] + k] / members[cellOf[v]];
            }
        }
        normalize(normals);
        return new TriangleMesh(positions, normals, survivors());
    }

    private static void normalize(float[] normals) {
        for (int i = 0; i < normals.length; i += 3) {
            double length = Math.sqrt(
                    normals[i] * normals[i] + normals[i + 1] * normals[i + 1] + normals[i + 2] * normals[i + 2]);
            for (int k = 0; k < 3; k++) {
                normals[i + k] = (float) (normals[i + k] / Math.max(length, 1e-12));
            }
        }
    }

    private int[] survivors() {
        int[] indices = new int[fine.indices().length];
        int next = 0;
        for (int t = 0; t < fine.indices().length; t += 3) {
            int a = fine.indices()[t];
            int b = fine.indices()[t + 1];
            int c = fine.indices()[t + 2];
            if (cellOf[a] != cellOf[b] && cellOf[b] != cellOf[c] && cellOf[c] != cellOf[a]) {
                indices[next++] = cornerOf[a];
                indices[next++] = cornerOf[b];
                indices[next++] = cornerOf[c];
            }
        }
        return Arrays.copyOf(indices, next);
    }
}
