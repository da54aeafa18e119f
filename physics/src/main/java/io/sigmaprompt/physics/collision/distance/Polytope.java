package io.sigmaprompt.physics.collision.distance;

/**
 * A polytope of triangles around the origin that grows by one point after another, each replacing all facets that it sees
 * (van den Bergen, GDC 2001). Reused.
 */
final class Polytope {
    private static final int VERTICES = 160;
    private static final int FACETS = 1024;
    private static final int EDGES = 1024;
    /** Relative: a facet is seen from a point that lies higher over it than rounding. */
    private static final double SEEN = 2e-14;

    private static final int P = PosedPair.POINT;

    /** The vertices, as a {@link PosedPair} writes them, and room for one more. */
    final double[] points = new double[P * (VERTICES + 1)];

    private int vertices;
    private final int[] corners = new int[3 * FACETS];
    /** Outward unit normal and distance of the plane from the origin. */
    private final double[] planes = new double[4 * FACETS];

    private int facets;
    private final int[] rim = new int[2 * EDGES];
    private int edges;
    private double scale;

    /**
     * Begins as the tetrahedron of the first four points.
     *
     * @param above whether the fourth lies on the side to which the first three turn
     * @param extent of all points, metres
     */
    void begin(boolean above, double extent) {
        scale = extent;
        vertices = 4;
        int second = above ? 2 : 1;
        int third = 3 - second;
        facets = 0;
        add(0, second, third);
        add(0, 3, second);
        add(second, 3, third);
        add(third, 3, 0);
    }

    int vertices() {
        return vertices;
    }

    /** A facet's outward unit normal (0 to 2), and the distance of its plane from the origin (3). */
    double plane(int facet, int k) {
        return planes[4 * facet + k];
    }

    /** The facet whose plane is nearest to the origin. */
    int nearest() {
        int best = 0;
        for (int f = 1; f < facets; f++) {
            if (planes[4 * f + 3] < planes[4 * best + 3]) {
                best = f;
            }
        }
        return best;
    }

    /** Replaces the facets that the point after the last sees; whether all went well. */
    boolean grow(int nearest) {
        if (vertices == VERTICES) {
            return false;
        }
        int point = vertices++;
        edges = 0;
        int kept = 0;
        for (int f = 0; f < facets; f++) {
            double above = planes[4 * f] * x(point, 0)
                    + planes[4 * f + 1] * x(point, 1)
                    + planes[4 * f + 2] * x(point, 2)
                    - planes[4 * f + 3];
            if (f == nearest || above > SEEN * scale) {
                for (int e = 0; e < 3; e++) {
                    if (!border(corners[3 * f + e], corners[3 * f + (e + 1) % 3])) {
                        return false;
                    }
                }
            } else {
                System.arraycopy(corners, 3 * f, corners, 3 * kept, 3);
                System.arraycopy(planes, 4 * f, planes, 4 * kept, 4);
                kept++;
            }
        }
        facets = kept;
        if (edges == 0 || facets + edges > FACETS) {
            return false;
        }
        for (int e = 0; e < edges; e++) {
            add(rim[2 * e], rim[2 * e + 1], point);
        }
        return true;
    }

    /** Notes an edge of the rim; one that comes in both directions lies inside of what is seen. */
    private boolean border(int from, int to) {
        for (int e = 0; e < edges; e++) {
            if (rim[2 * e] == to && rim[2 * e + 1] == from) {
                edges--;
                rim[2 * e] = rim[2 * edges];
                rim[2 * e + 1] = rim[2 * edges + 1];
                return true;
            }
        }
        if (edges == EDGES) {
            return false;
        }
        rim[2 * edges] = from;
        rim[2 * edges + 1] = to;
        edges++;
        return true;
    }

    private void add(int i, int j, int k) {
        int f = facets++;
        corners[3 * f] = i;
        corners[3 * f + 1] = j;
        corners[3 * f + 2] = k;
        double area = normal(i, j, k, planes, 4 * f);
        // A facet without area has no side; it closes the surface and is never the nearest.
        planes[4 * f + 3] = area > 0
                ? planes[4 * f] * x(i, 0) + planes[4 * f + 1] * x(i, 1) + planes[4 * f + 2] * x(i, 2)
                : Double.POSITIVE_INFINITY;
    }

    /** The unit normal of three points, zero where they have none; twice their area. */
    double normal(int i, int j, int k, double[] out, int o) {
        double ux = x(j, 0) - x(i, 0);
        double uy = x(j, 1) - x(i, 1);
        double uz = x(j, 2) - x(i, 2);
        double vx = x(k, 0) - x(i, 0);
        double vy = x(k, 1) - x(i, 1);
        double vz = x(k, 2) - x(i, 2);
        double nx = uy * vz - uz * vy;
        double ny = uz * vx - ux * vz;
        double nz = ux * vy - uy * vx;
        double area = Math.sqrt(nx * nx + ny * ny + nz * nz);
        double scaling = area > 0 ? 1 / area : 0;
        out[o] = nx * scaling;
        out[o + 1] = ny * scaling;
        out[o + 2] = nz * scaling;
        return area;
    }

    /** The cores' points that belong to the origin's projection on a facet. */
    void witness(int f, Proximity out) {
        int i = corners[3 * f];
        int j = corners[3 * f + 1];
        int k = corners[3 * f + 2];
        double d = planes[4 * f + 3];
        double px = d * planes[4 * f];
        double py = d * planes[4 * f + 1];
        double pz = d * planes[4 * f + 2];
        double wi = Math.max(area(f, j, k, px, py, pz), 0);
        double wj = Math.max(area(f, k, i, px, py, pz), 0);
        double wk = Math.max(area(f, i, j, px, py, pz), 0);
        double all = wi + wj + wk;
        double half = all > 0 ? 0.5 / all : 0;
        if (all <= 0) {
            wi = 1;
            half = 0.5;
        }
        out.middle(
                middle(i, j, k, wi, wj, wk, 0) * half,
                middle(i, j, k, wi, wj, wk, 1) * half,
                middle(i, j, k, wi, wj, wk, 2) * half);
    }

    private double middle(int i, int j, int k, double wi, double wj, double wk, int axis) {
        return wi * (x(i, 3 + axis) + x(i, 6 + axis))
                + wj * (x(j, 3 + axis) + x(j, 6 + axis))
                + wk * (x(k, 3 + axis) + x(k, 6 + axis));
    }

    private double area(int f, int i, int j, double px, double py, double pz) {
        double ux = x(i, 0) - px;
        double uy = x(i, 1) - py;
        double uz = x(i, 2) - pz;
        double vx = x(j, 0) - px;
        double vy = x(j, 1) - py;
        double vz = x(j, 2) - pz;
        return planes[4 * f] * (uy * vz - uz * vy)
                + planes[4 * f + 1] * (uz * vx - ux * vz)
                + planes[4 * f + 2] * (ux * vy - uy * vx);
    }

    private double x(int point, int axis) {
        return points[P * point + axis];
    }
}
