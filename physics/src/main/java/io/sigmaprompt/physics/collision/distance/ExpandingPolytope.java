package io.sigmaprompt.physics.collision.distance;

/**
 * How deep two cores overlap: a polytope inside of their difference grows where its boundary is nearest to the origin
 * (van den Bergen, Proximity queries and penetration depth computation on 3D game objects, GDC 2001). Near the answer
 * alone it grows finer, so that curved shapes come out to the rounding of their facets too.
 */
final class ExpandingPolytope {
    private static final double PRECISION = 1e-13;
    /** After so many vertices an answer is near enough whose last digits are found in another way. */
    private static final int MANY = 48;

    private static final double NEAR = 1e-8;
    /** Relative: a start as flat as this has no inside. */
    private static final double FLAT = 1e-11;

    private static final int P = PosedPair.POINT;

    private final Polytope polytope = new Polytope();
    private final double[] points = polytope.points;
    /** A unit vector across what has been found so far. */
    private final double[] across = new double[3];

    private int vertices;
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
            int nearest = polytope.nearest();
            double mx = polytope.plane(nearest, 0);
            double my = polytope.plane(nearest, 1);
            double mz = polytope.plane(nearest, 2);
            double distance = polytope.plane(nearest, 3);
            int next = P * polytope.vertices();
            pair.support(-mx, -my, -mz, points, next);
            double reach = mx * points[next] + my * points[next + 1] + mz * points[next + 2];
            if (-reach > out.gap) {
                out.gap = -reach;
                out.normal(-mx, -my, -mz);
                polytope.witness(nearest, out);
            }
            if (reach - distance <= PRECISION * scale) {
                return true;
            }
            boolean near = polytope.vertices() >= MANY && reach - distance <= NEAR * scale;
            if (near || !polytope.grow(nearest)) {
                return false;
            }
        }
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
            polytope.normal(0, 1, 2, across, 0);
            spread(pair, 3, across[0], across[1], across[2]);
        }
        if (vertices < 4 || !spans()) {
            return false;
        }
        polytope.begin(height() > 0, scale);
        return true;
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
        double area = polytope.normal(0, 1, 2, across, 0);
        if (!(area > FLAT * extent * extent)) {
            return false;
        }
        if (vertices == 3) {
            return true;
        }
        return Math.abs(height()) > FLAT * extent;
    }

    /** How high the fourth point lies over the plane of the first three. */
    private double height() {
        return across[0] * (x(3, 0) - x(0, 0)) + across[1] * (x(3, 1) - x(0, 1)) + across[2] * (x(3, 2) - x(0, 2));
    }

    /** Two cores in one plane: they touch along its normal. */
    private void flat(PosedPair pair, Proximity out) {
        double nx = 0;
        double ny = 0;
        double nz = 1;
        if (vertices >= 3 && polytope.normal(0, 1, 2, across, 0) > 0) {
            nx = across[0];
            ny = across[1];
            nz = across[2];
        } else if (vertices == 2) {
            perpendicular(x(1, 0) - x(0, 0), x(1, 1) - x(0, 1), x(1, 2) - x(0, 2));
            nx = across[0];
            ny = across[1];
            nz = across[2];
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
        across[0] = length > 0 ? px / length : 0;
        across[1] = length > 0 ? py / length : 0;
        across[2] = length > 0 ? pz / length : 1;
    }

    private double x(int point, int axis) {
        return points[P * point + axis];
    }
}
