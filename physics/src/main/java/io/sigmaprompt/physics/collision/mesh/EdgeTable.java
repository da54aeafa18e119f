package io.sigmaprompt.physics.collision.mesh;

import java.util.Arrays;

/** Which triangles meet at which edges. Edge k of a triangle leads from its corner k to the next. */
final class EdgeTable {
    private static final int NONE = -1;

    /** 3 a triangle: the edge, as 3 · triangle + k, that alone shares this one's corners; or -1. */
    private final int[] partner;

    private final int[] triangles;

    EdgeTable(int[] triangles, int vertices) {
        this.triangles = triangles;
        int n = triangles.length;
        partner = new int[n];
        Arrays.fill(partner, NONE);
        int[] order = byCorners(vertices);
        for (int i = 0; i < n; ) {
            int j = i + 1;
            while (j < n && low(order[j]) == low(order[i]) && high(order[j]) == high(order[i])) {
                j++;
            }
            if (j == i + 2) {
                partner[order[i]] = order[i + 1];
                partner[order[i + 1]] = order[i];
            }
            i = j;
        }
    }

    /** The edge beside an edge, or -1 where it is a rim or more than two meet there. */
    int partner(int edge) {
        return partner[edge];
    }

    /** Whether two neighbours run along their common edge in opposite directions, as they must. */
    boolean agree(int edge) {
        return from(edge) == to(partner[edge]);
    }

    int from(int edge) {
        return triangles[edge];
    }

    int to(int edge) {
        return triangles[edge % 3 == 2 ? edge - 2 : edge + 1];
    }

    private int low(int edge) {
        return Math.min(from(edge), to(edge));
    }

    private int high(int edge) {
        return Math.max(from(edge), to(edge));
    }

    /** The edges sorted by their lower corner, then the higher, then as they come: two rounds of counting. */
    private int[] byCorners(int vertices) {
        int n = triangles.length;
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        return sorted(sorted(order, vertices, false), vertices, true);
    }

    private int[] sorted(int[] edges, int vertices, boolean byLow) {
        int[] start = new int[vertices + 1];
        for (int edge : edges) {
            start[(byLow ? low(edge) : high(edge)) + 1]++;
        }
        for (int v = 0; v < vertices; v++) {
            start[v + 1] += start[v];
        }
        int[] out = new int[edges.length];
        for (int edge : edges) {
            out[start[byLow ? low(edge) : high(edge)]++] = edge;
        }
        return out;
    }
}
