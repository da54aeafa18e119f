package io.sigmaprompt.physics.collision.distance;

/**
 * How deep two cores overlap: a polytope inside of their difference grows where its boundary is nearest to the origin
 * (van den Bergen, Proximity queries and penetration depth computation on 3D game objects, GDC 2001). Near the answer
 * alone it grows finer, so that curved shapes come out to the rounding of their facets too.
 */
final class ExpandingPolytope {
    private static final int VERTICES = 160;
    private static final int FACETS = 1024;
    private static final int EDGES = 1024;
    private static final double PRECISION = 1e-13;
    /** After so many vertices an answer is near enough whose last digits are found in another way. */
    private static final int MANY = 48;

    private static final double NEAR = 1e-8;
    /** Relative: a facet is seen from a point that lies higher over it than rounding. */
    private static final double SEEN = 2e-14;
    /** Relative: a start as flat as this has no inside. */
    private static final double FLAT = 1e-11;

    private static final int P = PosedPair.POINT;

    private final double[] points = new double[P * (VERTICES + 1)];
    private int vertices;
    private final int[] corners = new int[3 * FACETS];
    /** Outward unit normal and distance of the plane from the origin. */
    private final double[] planes = new double[4 * FACETS];

    private int facets;
    private final int[] rim = new int[2 * EDGES];
    private int edges;
    private double scale;

    /**
     * Depth of an overlap that a simplex of the difference has found.
     *
     * @return whether the depth is exact, as it is for polyhedra; else it is the best of many steps
     */
    boolean search(PosedPair pair, Simplex start, Proximity out) {
        System.arraycopy(start.points, 0, points, 0, P * start.count);
        vertices = start.count;
        if (!begin(pair)) {
            flat(pair, out);
            return true;
        }
        out.gap = Double.NEGATIVE_INFINITY;
        while (true) {
            int nearest = nearest();
            double mx = planes[4 * nearest];
            double my = planes[4 * nearest + 1];
            double mz = planes[4 * nearest + 2];
            double distance = planes[4 * nearest + 3];
            int next = P * vertices;
            pair.support(-mx, -my, -mz, points, next);
            double reach = mx * points[next] + my * points[next + 1] + mz * points[next + 2];
            if (-reach > out.gap) {
                out.gap = -reach;
                out.normal(-mx, -my, -mz);
                witness(nearest, out);
            }
            if (reach - distance <= PRECISION * scale) {
                return true;
            }
            boolean near = vertices >= MANY && reach - distance <= NEAR * scale;
            if (near || vertices == VERTICES || !grow(nearest)) {
                return false;
            }
        }
    }

    private int nearest() {
        int best = 0;
        for (int f = 1; f < facets; f++) {
            if (planes[4 * f + 3] < planes[4 * best + 3]) {
                best = f;
            }
        }
        return best;
    }

    /** Makes four points that span a volume of what there is; whether they do. */
    private boolean begin(PosedPair pair) {
        scale = 0;
        if (vertices == 4 && !spans()) {
            vertices = 3;
        }
        if (vertices < 2) {
            spread(pair, 1, 1, 0, 0);
            spread(pair, 1, 0, 1, 0);
            spread(pair, 1, 0, 0, 1);
        }
        if (vertices == 2) {
            double ex = x(1, 0) - x(0, 0);
            double ey = x(1, 1) - x(0, 1);
            double ez = x(1, 2) - x(0, 2);
            spread(pair, 2, 0, ez, -ey);
            spread(pair, 2, -ez, 0, ex);
            spread(pair, 2, ey, -ex, 0);
        }
        if (vertices == 3) {
            double[] n = planes;
            normal(0, 1, 2, n, 0);
            spread(pair, 3, n[0], n[1], n[2]);
        }
        return vertices == 4 && spans() && facets();
    }

    /** Adds the farthest point along a direction or against it if there are so many and it adds a dimension to them. */
    private void spread(PosedPair pair, int dimension, double x, double y, double z) {
        double square = x * x + y * y + z * z;
        for (int turn = 0; turn < 2 && vertices == dimension && square > 0; turn++) {
            double sign = turn == 0 ? 1 : -1;
            pair.support(sign * x, sign * y, sign * z, points, P * vertices);
            vertices++;
            if (!spans()) {
                vertices--;
            }
        }
    }

    /** Whether the points span as many dimensions as they can; sets the scale. */
    private boolean spans() {
        double extent = 0;
        for (int i = 1; i < vertices; i++) {
            extent = Math.max(
                    extent,
                    Math.max(
                            Math.abs(x(i, 0) - x(0, 0)),
                            Math.max(Math.abs(x(i, 1) - x(0, 1)), Math.abs(x(i, 2) - x(0, 2)))));
        }
        scale = Math.max(scale, extent);
        if (vertices == 2) {
            return extent > 0;
        }
        double area = normal(0, 1, 2, planes, 0);
        if (!(area > FLAT * extent * extent)) {
            return false;
        }
        if (vertices == 3) {
            return true;
        }
        double height =
                planes[0] * (x(3, 0) - x(0, 0)) + planes[1] * (x(3, 1) - x(0, 1)) + planes[2] * (x(3, 2) - x(0, 2));
        return Math.abs(height) > FLAT * extent;
    }

    private boolean facets() {
        double height =
                planes[0] * (x(3, 0) - x(0, 0)) + planes[1] * (x(3, 1) - x(0, 1)) + planes[2] * (x(3, 2) - x(0, 2));
        int second = height > 0 ? 2 : 1;
        int third = 3 - second;
        facets = 0;
        add(0, second, third);
        add(0, 3, second);
        add(second, 3, third);
        add(third, 3, 0);
        return true;
    }

    /** Two cores in one plane: they touch along its normal. */
    private void flat(PosedPair pair, Proximity out) {
        double nx = 0;
        double ny = 0;
        double nz = 1;
        if (vertices >= 3 && normal(0, 1, 2, planes, 0) > 0) {
            nx = planes[0];
            ny = planes[1];
            nz = planes[2];
        } else if (vertices == 2) {
            perpendicular(x(1, 0) - x(0, 0), x(1, 1) - x(0, 1), x(1, 2) - x(0, 2));
            nx = planes[0];
            ny = planes[1];
            nz = planes[2];
        }
        double ahead = pair.gap(nx, ny, nz);
        double back = pair.gap(-nx, -ny, -nz);
        boolean turned = back > ahead || back == ahead && nx * pair.dx + ny * pair.dy + nz * pair.dz < 0;
        out.normal(turned ? -nx : nx, turned ? -ny : ny, turned ? -nz : nz);
        out.gap = Math.max(ahead, back);
        out.middle(0.5 * (points[3] + points[6]), 0.5 * (points[4] + points[7]), 0.5 * (points[5] + points[8]));
    }

    private void perpendicular(double x, double y, double z) {
        double ax = Math.abs(x);
        double ay = Math.abs(y);
        double az = Math.abs(z);
        double px = ax <= ay && ax <= az ? 0 : ay <= az ? -z : y;
        double py = ax <= ay && ax <= az ? z : ay <= az ? 0 : -x;
        double pz = ax <= ay && ax <= az ? -y : ay <= az ? x : 0;
        double length = Math.sqrt(px * px + py * py + pz * pz);
        planes[0] = length > 0 ? px / length : 0;
        planes[1] = length > 0 ? py / length : 0;
        planes[2] = length > 0 ? pz / length : 1;
    }

    /** Replaces the facets that the point after the last sees; whether all went well. */
    private boolean grow(int nearest) {
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

    private double normal(int i, int j, int k, double[] out, int o) {
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
    private void witness(int f, Proximity out) {
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
