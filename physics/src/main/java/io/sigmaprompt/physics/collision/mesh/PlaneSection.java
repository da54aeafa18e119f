package io.sigmaprompt.physics.collision.mesh;

import java.util.Arrays;

/**
 * The area in which a plane cuts a solid, from its outline: slab by slab between the outline's corners, where no two
 * lines cross, it is trapezoids. Outlines within outlines need no thought.
 */
final class PlaneSection {
    private final int axis;
    private final int u;
    private final int v;
    private final double at;
    /** Ends of the outline's lines: u, v, u, v. */
    private double[] lines = new double[4 * 32];

    private int count;

    PlaneSection(int axis, double at) {
        this.axis = axis;
        u = (axis + 1) % 3;
        v = (axis + 2) % 3;
        this.at = at;
    }

    /** Adds a line of the outline, from the point at {@code i} to that at {@code j}. */
    void add(double[] points, int i, int j) {
        if (points[i + u] == points[j + u]) {
            // Upright lines bound no slab.
            return;
        }
        if (4 * count == lines.length) {
            lines = Arrays.copyOf(lines, 8 * count);
        }
        lines[4 * count] = points[i + u];
        lines[4 * count + 1] = points[i + v];
        lines[4 * count + 2] = points[j + u];
        lines[4 * count + 3] = points[j + v];
        count++;
    }

    /** Adds the area to a solid that lies above it, looking down, or below it, looking up. */
    void close(TriangleSoup solid, boolean above) {
        double[] stops = new double[2 * count];
        for (int i = 0; i < count; i++) {
            stops[2 * i] = lines[4 * i];
            stops[2 * i + 1] = lines[4 * i + 2];
        }
        Arrays.sort(stops);
        int[] crossing = new int[count];
        for (int i = 0; i + 1 < stops.length; i++) {
            if (stops[i] < stops[i + 1]) {
                slab(stops[i], stops[i + 1], crossing, solid, above);
            }
        }
    }

    private void slab(double from, double to, int[] crossing, TriangleSoup solid, boolean above) {
        double middle = 0.5 * (from + to);
        int n = 0;
        for (int i = 0; i < count; i++) {
            if (Math.min(lines[4 * i], lines[4 * i + 2]) <= from && Math.max(lines[4 * i], lines[4 * i + 2]) >= to) {
                int k = n++;
                while (k > 0 && height(crossing[k - 1], middle) > height(i, middle)) {
                    crossing[k] = crossing[k - 1];
                    k--;
                }
                crossing[k] = i;
            }
        }
        int winding = 0;
        for (int k = 0; k + 1 < n; k++) {
            winding += lines[4 * crossing[k] + 2] > lines[4 * crossing[k]] ? 1 : -1;
            if (winding != 0) {
                trapezoid(crossing[k], crossing[k + 1], from, to, solid, above);
            }
        }
    }

    private void trapezoid(int lower, int upper, double from, double to, TriangleSoup solid, boolean above) {
        double[] p = new double[12];
        set(p, 0, from, height(lower, from));
        set(p, 3, to, height(lower, to));
        set(p, 6, to, height(upper, to));
        set(p, 9, from, height(upper, from));
        solid.add(p, 0, p, above ? 6 : 3, p, above ? 3 : 6);
        solid.add(p, 0, p, above ? 9 : 6, p, above ? 6 : 9);
    }

    private void set(double[] p, int o, double along, double across) {
        p[o + axis] = at;
        p[o + u] = along;
        p[o + v] = across;
    }

    private double height(int line, double along) {
        double u0 = lines[4 * line];
        double v0 = lines[4 * line + 1];
        double u1 = lines[4 * line + 2];
        double v1 = lines[4 * line + 3];
        // The ends are met exactly.
        return along == u1 ? v1 : v0 + (along - u0) / (u1 - u0) * (v1 - v0);
    }
}
