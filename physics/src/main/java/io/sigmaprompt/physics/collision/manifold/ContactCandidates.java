package io.sigmaprompt.physics.collision.manifold;

import java.util.Arrays;

/**
 * Points where two shapes may touch, and the choice of the at most four that hold them: the deepest, the one farthest
 * from it, and those that widen the polygon most. Nearly equal points count as equal and the earlier one stays, lest
 * rounding exchange them from step to step.
 */
public final class ContactCandidates {
    private static final int MOST = 4;
    /** Relative to the extent of the points. */
    private static final double AS_DEEP = 1e-8;

    private static final double WIDER = 1 + 1e-6;

    private double[] points = new double[3 * 16];
    private double[] gaps = new double[16];
    private int[] features = new int[16];
    int count;

    public void clear() {
        count = 0;
    }

    public void add(double x, double y, double z, double gap, int feature) {
        if (count == gaps.length) {
            points = Arrays.copyOf(points, 6 * count);
            gaps = Arrays.copyOf(gaps, 2 * count);
            features = Arrays.copyOf(features, 2 * count);
        }
        points[3 * count] = x;
        points[3 * count + 1] = y;
        points[3 * count + 2] = z;
        gaps[count] = gap;
        features[count++] = feature;
    }

    double leastGap() {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, gaps[i]);
        }
        return least;
    }

    /** Which is the deepest. */
    int deepest() {
        int best = 0;
        for (int i = 1; i < count; i++) {
            if (gaps[i] < gaps[best]) {
                best = i;
            }
        }
        return best;
    }

    double x(int i, int axis) {
        return points[3 * i + axis];
    }

    double gap(int i) {
        return gaps[i];
    }

    /** Gives the chosen points to a manifold, moved by an origin and along its normal. */
    public void give(Manifold out, double ox, double oy, double oz) {
        if (count <= MOST) {
            for (int i = 0; i < count; i++) {
                give(i, out, ox, oy, oz);
            }
            return;
        }
        int first = deepestStable();
        int second = farthest(first);
        double nx = out.normal[0];
        double ny = out.normal[1];
        double nz = out.normal[2];
        int third = -1;
        double widest = 0;
        for (int i = 0; i < count; i++) {
            double area = Math.abs(area(first, second, i, nx, ny, nz));
            if (area > widest * WIDER) {
                widest = area;
                third = i;
            }
        }
        int fourth = third < 0 ? -1 : outside(first, second, third, nx, ny, nz);
        for (int i = 0; i < count; i++) {
            if (i == first || i == second || i == third || i == fourth) {
                give(i, out, ox, oy, oz);
            }
        }
    }

    private void give(int i, Manifold out, double ox, double oy, double oz) {
        out.add(points[3 * i] + ox, points[3 * i + 1] + oy, points[3 * i + 2] + oz, gaps[i], features[i]);
    }

    private int deepestStable() {
        double tolerance = AS_DEEP * Math.sqrt(square(0, farthest(0)));
        int best = 0;
        for (int i = 1; i < count; i++) {
            if (gaps[i] < gaps[best] - tolerance) {
                best = i;
            }
        }
        return best;
    }

    private int farthest(int from) {
        int best = from;
        double most = 0;
        for (int i = 0; i < count; i++) {
            double square = square(from, i);
            if (square > most * WIDER) {
                most = square;
                best = i;
            }
        }
        return best;
    }

    private double square(int i, int j) {
        double ex = points[3 * i] - points[3 * j];
        double ey = points[3 * i + 1] - points[3 * j + 1];
        double ez = points[3 * i + 2] - points[3 * j + 2];
        return ex * ex + ey * ey + ez * ez;
    }

    /** The point that lies farthest outside of a triangle, by the area that it adds; -1 if none does. */
    private int outside(int i, int j, int k, double nx, double ny, double nz) {
        double turn = area(i, j, k, nx, ny, nz) < 0 ? -1 : 1;
        int best = -1;
        double most = 0;
        for (int p = 0; p < count; p++) {
            double added = Math.max(
                    -turn * area(i, j, p, nx, ny, nz),
                    Math.max(-turn * area(j, k, p, nx, ny, nz), -turn * area(k, i, p, nx, ny, nz)));
            if (added > most * WIDER) {
                most = added;
                best = p;
            }
        }
        return best;
    }

    private double area(int i, int j, int k, double nx, double ny, double nz) {
        double ux = points[3 * j] - points[3 * i];
        double uy = points[3 * j + 1] - points[3 * i + 1];
        double uz = points[3 * j + 2] - points[3 * i + 2];
        double vx = points[3 * k] - points[3 * i];
        double vy = points[3 * k + 1] - points[3 * i + 1];
        double vz = points[3 * k + 2] - points[3 * i + 2];
        return nx * (uy * vz - uz * vy) + ny * (uz * vx - ux * vz) + nz * (ux * vy - uy * vx);
    }
}
