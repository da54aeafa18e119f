package io.sigmaprompt.physics.collision.distance;

/**
 * Up to four points of a difference set, and the point of their hull that is nearest to the origin (Ericson, Real-Time
 * Collision Detection, 2005, sections 5.1.5 and 5.1.6; inside a triangle the nearest point is taken along the normal,
 * which keeps its direction exact where it is short).
 */
final class Simplex {
    /** Below this square sine a triangle counts as a line. */
    private static final double FLAT = 1e-24;
    /** A triangle lower than the root of this, relative to its distance, has no normal but of rounding errors. */
    private static final double SLIVER = 1e-14;
    /** A sliver so much lower, squared, than the origin is far from its edges adds nothing to these. */
    private static final double BESIDE = 1e-6;
    /** Square of the height of a tetrahedron, relative to its distance, that is none. */
    private static final double THIN = 1e-18;

    /** {@link PosedPair#POINT} numbers a point. */
    final double[] points = new double[5 * PosedPair.POINT];

    private final double[] kept = new double[4 * PosedPair.POINT];
    int count;
    /** The nearest point. */
    double x;

    double y;
    double z;
    /** Weights of the points in the nearest point. */
    final double[] weights = new double[4];

    /** Bits: which points carry the nearest point that was last found. */
    private int carriers;

    private final double[] trial = new double[4];
    private double bestSquare;

    private double at(int point, int axis) {
        return points[PosedPair.POINT * point + axis];
    }

    double square() {
        return x * x + y * y + z * z;
    }

    /** Largest square of a point. */
    double extent() {
        double most = 0;
        for (int i = 0; i < count; i++) {
            most = Math.max(most, dot(i, i));
        }
        return most;
    }

    /** Whether the point after the last is one of them. */
    boolean holdsNext() {
        for (int i = 0; i < count; i++) {
            if (at(i, 0) == at(count, 0) && at(i, 1) == at(count, 1) && at(i, 2) == at(count, 2)) {
                return true;
            }
        }
        return false;
    }

    /** Finds the nearest point and drops what does not carry it; whether the origin lies inside of four points. */
    boolean reduce() {
        bestSquare = Double.POSITIVE_INFINITY;
        boolean inside = false;
        switch (count) {
            case 1 -> take(1, 1, 0, 0, 0, at(0, 0), at(0, 1), at(0, 2));
            case 2 -> line(0, 1);
            case 3 -> triangle(0, 1, 2);
            default -> inside = tetrahedron();
        }
        if (!inside) {
            drop();
        }
        return inside;
    }

    private void take(int bits, double w0, double w1, double w2, double w3, double px, double py, double pz) {
        double s = px * px + py * py + pz * pz;
        if (s < bestSquare) {
            bestSquare = s;
            x = px;
            y = py;
            z = pz;
            carriers = bits;
            weights[0] = w0;
            weights[1] = w1;
            weights[2] = w2;
            weights[3] = w3;
        }
    }

    private void vertex(int i) {
        takeWeights(1 << i, i, 1, i, 0, i, 0);
    }

    private void takeWeights(int bits, int i, double wi, int j, double wj, int k, double wk) {
        takeWeights(
                bits,
                i,
                wi,
                j,
                wj,
                k,
                wk,
                wi * at(i, 0) + wj * at(j, 0) + wk * at(k, 0),
                wi * at(i, 1) + wj * at(j, 1) + wk * at(k, 1),
                wi * at(i, 2) + wj * at(j, 2) + wk * at(k, 2));
    }

    private void takeWeights(
            int bits, int i, double wi, int j, double wj, int k, double wk, double px, double py, double pz) {
        trial[0] = 0;
        trial[1] = 0;
        trial[2] = 0;
        trial[3] = 0;
        trial[i] += wi;
        trial[j] += wj;
        trial[k] += wk;
        take(bits, trial[0], trial[1], trial[2], trial[3], px, py, pz);
    }

    private void line(int i, int j) {
        double ex = at(j, 0) - at(i, 0);
        double ey = at(j, 1) - at(i, 1);
        double ez = at(j, 2) - at(i, 2);
        double along = -(ex * at(i, 0) + ey * at(i, 1) + ez * at(i, 2));
        double square = ex * ex + ey * ey + ez * ez;
        if (along <= 0 || square == 0) {
            vertex(i);
        } else if (along >= square) {
            vertex(j);
        } else {
            double t = along / square;
            takeWeights(1 << i | 1 << j, i, 1 - t, j, t, j, 0);
        }
    }

    private void triangle(int i, int j, int k) {
        double ux = at(j, 0) - at(i, 0);
        double uy = at(j, 1) - at(i, 1);
        double uz = at(j, 2) - at(i, 2);
        double vx = at(k, 0) - at(i, 0);
        double vy = at(k, 1) - at(i, 1);
        double vz = at(k, 2) - at(i, 2);
        double nx = uy * vz - uz * vy;
        double ny = uz * vx - ux * vz;
        double nz = ux * vy - uy * vx;
        double n2 = nx * nx + ny * ny + nz * nz;
        double u2 = ux * ux + uy * uy + uz * uz;
        double v2 = vx * vx + vy * vy + vz * vz;
        double longest = Math.max(u2, v2);
        boolean nothing = n2 <= FLAT * u2 * v2;
        if (nothing || n2 <= SLIVER * longest * Math.max(dot(i, i), u2)) {
            line(i, j);
            line(j, k);
            line(k, i);
            if (nothing || n2 <= BESIDE * longest * bestSquare) {
                return;
            }
        }
        double height = (nx * at(i, 0) + ny * at(i, 1) + nz * at(i, 2)) / n2;
        double qx = height * nx;
        double qy = height * ny;
        double qz = height * nz;
        double wi = area(j, k, nx, ny, nz, qx, qy, qz);
        double wj = area(k, i, nx, ny, nz, qx, qy, qz);
        double wk = area(i, j, nx, ny, nz, qx, qy, qz);
        if (wi > 0 && wj > 0 && wk > 0) {
            double all = wi + wj + wk;
            takeWeights(1 << i | 1 << j | 1 << k, i, wi / all, j, wj / all, k, wk / all, qx, qy, qz);
            return;
        }
        // All three, for past an obtuse corner the nearest edge may be one that the origin lies inside of.
        line(i, j);
        line(j, k);
        line(k, i);
    }

    /** n · ((i - q) × (j - q)): seen from q, for small triangles far from the origin would lose their digits. */
    private double area(int i, int j, double nx, double ny, double nz, double qx, double qy, double qz) {
        double ux = at(i, 0) - qx;
        double uy = at(i, 1) - qy;
        double uz = at(i, 2) - qz;
        double vx = at(j, 0) - qx;
        double vy = at(j, 1) - qy;
        double vz = at(j, 2) - qz;
        return nx * (uy * vz - uz * vy) + ny * (uz * vx - ux * vz) + nz * (ux * vy - uy * vx);
    }

    private boolean tetrahedron() {
        boolean outside = side(0, 1, 2, 3);
        outside |= side(0, 1, 3, 2);
        outside |= side(0, 2, 3, 1);
        outside |= side(1, 2, 3, 0);
        return !outside;
    }

    /** Whether the origin is not on the same side of a triangle as the fourth point; if so, the triangle is looked at. */
    private boolean side(int i, int j, int k, int opposite) {
        double ux = at(j, 0) - at(i, 0);
        double uy = at(j, 1) - at(i, 1);
        double uz = at(j, 2) - at(i, 2);
        double vx = at(k, 0) - at(i, 0);
        double vy = at(k, 1) - at(i, 1);
        double vz = at(k, 2) - at(i, 2);
        double nx = uy * vz - uz * vy;
        double ny = uz * vx - ux * vz;
        double nz = ux * vy - uy * vx;
        double origin = -(nx * at(i, 0) + ny * at(i, 1) + nz * at(i, 2));
        double fourth = nx * (at(opposite, 0) - at(i, 0))
                + ny * (at(opposite, 1) - at(i, 1))
                + nz * (at(opposite, 2) - at(i, 2));
        // Four points in one plane but for rounding have no inside, whatever the signs say.
        boolean thin = fourth * fourth <= THIN * (nx * nx + ny * ny + nz * nz) * (dot(i, i) + dot(opposite, opposite));
        if (!thin && origin * fourth > 0) {
            return false;
        }
        triangle(i, j, k);
        return true;
    }

    private void drop() {
        int left = 0;
        for (int i = 0; i < count; i++) {
            if ((carriers & 1 << i) != 0) {
                if (left != i) {
                    System.arraycopy(points, PosedPair.POINT * i, points, PosedPair.POINT * left, PosedPair.POINT);
                    weights[left] = weights[i];
                }
                left++;
            }
        }
        count = left;
    }

    /** Keeps the points and the next as they are, for {@link #restore} and {@link #reduceFlat}. */
    void keep() {
        System.arraycopy(points, 0, kept, 0, PosedPair.POINT * (count + 1));
    }

    void restore(int keptCount) {
        System.arraycopy(kept, 0, points, 0, PosedPair.POINT * keptCount);
        count = keptCount;
        reduce();
    }

    /** As {@link #reduce} of the points kept and the next, looking at all sides of a tetrahedron too flat to have any. */
    void reduceFlat(int keptCount) {
        System.arraycopy(kept, 0, points, 0, PosedPair.POINT * (keptCount + 1));
        count = keptCount + 1;
        if (count < 4) {
            reduce();
            return;
        }
        bestSquare = Double.POSITIVE_INFINITY;
        triangle(0, 1, 2);
        triangle(0, 1, 3);
        triangle(0, 2, 3);
        triangle(1, 2, 3);
        drop();
    }

    double dot(int i, int j) {
        return at(i, 0) * at(j, 0) + at(i, 1) * at(j, 1) + at(i, 2) * at(j, 2);
    }

    /** Coordinate of the point midway between the cores' nearest points. */
    double middle(int axis) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weights[i] * (at(i, 3 + axis) + at(i, 6 + axis));
        }
        return 0.5 * sum;
    }
}
