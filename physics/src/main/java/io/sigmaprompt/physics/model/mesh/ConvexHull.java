package io.sigmaprompt.physics.model.mesh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The convex hull of points, grown by one point after the other: the faces that a point sees are replaced by those that
 * join it to their rim (Preparata, Shamos, Computational geometry, 1985, section 3.4.2). Time grows with points times
 * faces; points nearer to the hull than a billionth of the cloud's size are taken as inside.
 */
public final class ConvexHull {
    private static final double FLAT = 1e-9;

    private record Face(int a, int b, int c) {}

    private record Edge(int from, int to) {}

    private final double[] points;
    private final double tolerance;
    private List<Face> faces = new ArrayList<>();

    private ConvexHull(double[] points) {
        this.points = points;
        double extent = 0;
        for (int k = 0; k < 3; k++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = k; i < points.length; i += 3) {
                least = Math.min(least, points[i]);
                most = Math.max(most, points[i]);
            }
            extent = Math.max(extent, most - least);
        }
        tolerance = FLAT * extent;
    }

    /**
     * The hull, whose vertices are those of the points that are its corners, in their order.
     *
     * @param points 3 a point
     * @throws IllegalArgumentException if the points are fewer than four, or all in one plane
     */
    public static TriangleMesh of(double[] points) {
        ConvexHull hull = new ConvexHull(points);
        hull.begin();
        for (int p = 0; p < points.length / 3; p++) {
            hull.add(p);
        }
        return hull.mesh();
    }

    private void begin() {
        int n = points.length / 3;
        int a = 0;
        int b = farthest(n, p -> distance(p, a));
        int c = farthest(n, p -> norm(cross(a, b, p)));
        double[] normal = cross(a, b, c);
        int d = farthest(n, p -> Math.abs(along(normal, a, p)));
        double height = n < 4 ? 0 : Math.abs(along(normal, a, d)) / Math.max(norm(normal), Double.MIN_NORMAL);
        if (height <= tolerance) {
            throw new IllegalArgumentException("the points lie in one plane: they enclose nothing");
        }
        boolean above = along(normal, a, d) > 0;
        int second = above ? c : b;
        int third = above ? b : c;
        faces.add(new Face(a, second, third));
        faces.add(new Face(a, d, second));
        faces.add(new Face(second, d, third));
        faces.add(new Face(third, d, a));
    }

    private interface Measure {
        double of(int point);
    }

    private static int farthest(int n, Measure measure) {
        int best = 0;
        for (int p = 1; p < n; p++) {
            if (measure.of(p) > measure.of(best)) {
                best = p;
            }
        }
        return best;
    }

    private void add(int point) {
        List<Face> kept = new ArrayList<>(faces.size());
        Set<Edge> rim = new LinkedHashSet<>();
        for (Face face : faces) {
            double[] normal = cross(face.a, face.b, face.c);
            if (along(normal, face.a, point) <= tolerance * norm(normal)) {
                kept.add(face);
                continue;
            }
            for (Edge edge : List.of(new Edge(face.a, face.b), new Edge(face.b, face.c), new Edge(face.c, face.a))) {
                // An edge between two faces that are seen comes once in each direction and is none of the rim.
                if (!rim.remove(new Edge(edge.to, edge.from))) {
                    rim.add(edge);
                }
            }
        }
        rim.forEach(edge -> kept.add(new Face(edge.from, edge.to, point)));
        faces = kept;
    }

    private TriangleMesh mesh() {
        int[] renumbered = new int[points.length / 3];
        Arrays.fill(renumbered, -1);
        for (Face face : faces) {
            renumbered[face.a] = 0;
            renumbered[face.b] = 0;
            renumbered[face.c] = 0;
        }
        double[] corners = new double[points.length];
        int count = 0;
        for (int p = 0; p < renumbered.length; p++) {
            if (renumbered[p] == 0) {
                System.arraycopy(points, 3 * p, corners, 3 * count, 3);
                renumbered[p] = count++;
            }
        }
        int[] triangles = new int[3 * faces.size()];
        int at = 0;
        for (Face face : faces) {
            triangles[at++] = renumbered[face.a];
            triangles[at++] = renumbered[face.b];
            triangles[at++] = renumbered[face.c];
        }
        return new TriangleMesh(Arrays.copyOf(corners, 3 * count), triangles);
    }

    private double distance(int p, int q) {
        return norm(new double[] {x(p, 0) - x(q, 0), x(p, 1) - x(q, 1), x(p, 2) - x(q, 2)});
    }

    private double x(int point, int axis) {
        return points[3 * point + axis];
    }

    private double along(double[] normal, int from, int to) {
        return normal[0] * (x(to, 0) - x(from, 0))
                + normal[1] * (x(to, 1) - x(from, 1))
                + normal[2] * (x(to, 2) - x(from, 2));
    }

    private double[] cross(int a, int b, int c) {
        double ux = x(b, 0) - x(a, 0);
        double uy = x(b, 1) - x(a, 1);
        double uz = x(b, 2) - x(a, 2);
        double vx = x(c, 0) - x(a, 0);
        double vy = x(c, 1) - x(a, 1);
        double vz = x(c, 2) - x(a, 2);
        return new double[] {uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx};
    }

    private static double norm(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }
}
