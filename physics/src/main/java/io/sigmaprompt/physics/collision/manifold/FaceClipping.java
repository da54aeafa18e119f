package io.sigmaprompt.physics.collision.manifold;

import io.sigmaprompt.physics.collision.distance.PosedPair;
import io.sigmaprompt.physics.collision.distance.Proximity;
import io.sigmaprompt.physics.collision.shape.FaceNormal;

/**
 * The points where two solids touch along a normal: the face of one is cut to the prism that stands along the normal on
 * the face of the other; what is left, with its height over that face, is where they can touch. Edges side by side are
 * cut to each other's length. The nearest points of the pair are added where they are nearer than all these.
 */
final class FaceClipping {
    private static final double SIDE = 1e-8;
    private static final double NEARER = 1e-9;
    /** Of two faces as good as this the first's is the one that cuts. */
    private static final double PREFERENCE = 1e-3;
    /**
     * Least cosine between the normal and that of the cutting face. Farther off, two edges or corners meet, and whether
     * a point on the rim of a prism is cut off would hang on rounding.
     */
    private static final double FACING = 0.95;
    /** Largest square sine between edges that lie side by side. */
    private static final double PARALLEL = 2.5e-5;

    private static final int BY_SECOND = 1 << 24;
    private static final int SEGMENT = 1 << 25;
    private static final int EDGES = 1 << 26;
    private static final int NEAREST = 1 << 27;

    private double[] first = new double[24];
    private double[] second = new double[24];
    private int firstCount;
    private int secondCount;
    private final FaceNormal firstPlane = new FaceNormal();
    private final FaceNormal secondPlane = new FaceNormal();
    private final PolygonClip clip = new PolygonClip();
    final ContactCandidates candidates = new ContactCandidates();
    private double extent;
    private double shift;
    private double radii;
    private double most;

    /**
     * Finds where a pair touches, as {@link ContactCandidates candidates} seen from the first's origin.
     *
     * @param near the nearest points of the cores
     * @param margin points whose surfaces are farther apart are left out
     */
    void find(PosedPair pair, Proximity near, double margin) {
        faces(pair, near);
        double ra = pair.a.radius();
        double rb = pair.b.radius();
        shift = 0.5 * (ra - rb);
        radii = ra + rb;
        most = margin + radii;
        candidates.clear();
        boolean byFirst = firstPlane.of(first, firstCount);
        boolean bySecond = secondPlane.of(second, secondCount);
        extent = Math.max(firstPlane.extent, secondPlane.extent);
        double facingFirst = byFirst ? near.nx * firstPlane.x + near.ny * firstPlane.y + near.nz * firstPlane.z : 0;
        double facingSecond =
                bySecond ? -(near.nx * secondPlane.x + near.ny * secondPlane.y + near.nz * secondPlane.z) : 0;
        if (secondCount > 1 && facingFirst > FACING && facingFirst >= facingSecond - PREFERENCE) {
            cut(first, firstCount, firstPlane, second, secondCount, near, false);
        } else if (firstCount > 1 && facingSecond > FACING) {
            cut(second, secondCount, secondPlane, first, firstCount, near, true);
        } else if (firstCount == 2 && secondCount == 2) {
            edges(near);
        }
        double least = candidates.leastGap();
        if (least > near.gap - radii + NEARER * extent && near.gap <= most) {
            candidates.add(
                    near.x + shift * near.nx,
                    near.y + shift * near.ny,
                    near.z + shift * near.nz,
                    near.gap - radii,
                    NEAREST);
        }
    }

    /** Extent of the faces that the last pair showed, metres. */
    double extent() {
        return extent;
    }

    private void faces(PosedPair pair, Proximity near) {
        if (first.length < 3 * pair.a.faceSize()) {
            first = new double[3 * pair.a.faceSize()];
        }
        if (second.length < 3 * pair.b.faceSize()) {
            second = new double[3 * pair.b.faceSize()];
        }
        firstCount = pair.firstFace(near.nx, near.ny, near.nz, first);
        secondCount = pair.secondFace(-near.nx, -near.ny, -near.nz, second);
    }

    /** Cuts a face to the prism over another; {@code turned} if the other is the second shape's. */
    private void cut(
            double[] base, int baseCount, FaceNormal plane, double[] face, int faceCount, Proximity n, boolean turned) {
        double sign = turned ? -1 : 1;
        double upX = sign * n.nx;
        double upY = sign * n.ny;
        double upZ = sign * n.nz;
        double facing = upX * plane.x + upY * plane.y + upZ * plane.z;
        double tolerance = SIDE * extent;
        double start = 0;
        double end = 1;
        int startId = 0;
        int endId = 1;
        boolean segment = faceCount == 2;
        if (!segment) {
            clip.begin(face, faceCount, baseCount);
        }
        for (int i = 0; i < baseCount; i++) {
            int p = 3 * i;
            int q = 3 * (i + 1 < baseCount ? i + 1 : 0);
            double ex = base[q] - base[p];
            double ey = base[q + 1] - base[p + 1];
            double ez = base[q + 2] - base[p + 2];
            double sx = ey * upZ - ez * upY;
            double sy = ez * upX - ex * upZ;
            double sz = ex * upY - ey * upX;
            double length = Math.sqrt(sx * sx + sy * sy + sz * sz);
            if (!(length > tolerance)) {
                continue;
            }
            sx /= length;
            sy /= length;
            sz /= length;
            double offset = sx * base[p] + sy * base[p + 1] + sz * base[p + 2];
            if (!segment) {
                clip.cut(i, sx, sy, sz, offset, tolerance);
                if (clip.count == 0) {
                    return;
                }
                continue;
            }
            double h = sx * face[0] + sy * face[1] + sz * face[2] - offset;
            double g = sx * face[3] + sy * face[4] + sz * face[5] - offset;
            if (h > tolerance && g > tolerance) {
                return;
            }
            if (h > tolerance && h / (h - g) > start) {
                start = Math.min(h / (h - g), 1);
                startId = 2 * i + 2;
            } else if (g > tolerance && h / (h - g) < end) {
                end = Math.max(h / (h - g), 0);
                endId = 2 * i + 3;
            }
        }
        int side = turned ? BY_SECOND : 0;
        double offset = plane.x * base[0] + plane.y * base[1] + plane.z * base[2];
        if (segment) {
            if (start <= end) {
                along(face, start, plane, offset, facing, n, sign, side | SEGMENT | startId);
            }
            if (start < end) {
                along(face, end, plane, offset, facing, n, sign, side | SEGMENT | endId);
            }
            return;
        }
        for (int i = 0; i < clip.count; i++) {
            over(clip.x(i, 0), clip.x(i, 1), clip.x(i, 2), plane, offset, facing, n, sign, side | clip.feature(i));
        }
    }

    private void along(
            double[] segment,
            double t,
            FaceNormal plane,
            double offset,
            double facing,
            Proximity n,
            double sign,
            int feature) {
        over(
                segment[0] + t * (segment[3] - segment[0]),
                segment[1] + t * (segment[4] - segment[1]),
                segment[2] + t * (segment[5] - segment[2]),
                plane,
                offset,
                facing,
                n,
                sign,
                feature);
    }

    /** Adds a point over the cutting face if it is near enough. */
    private void over(
            double x,
            double y,
            double z,
            FaceNormal plane,
            double offset,
            double facing,
            Proximity n,
            double sign,
            int feature) {
        double gap = (plane.x * x + plane.y * y + plane.z * z - offset) / facing;
        if (gap <= most) {
            double move = shift - sign * 0.5 * gap;
            candidates.add(x + move * n.nx, y + move * n.ny, z + move * n.nz, gap - radii, feature);
        }
    }

    /** Two edges: where they lie side by side they touch at both ends of what they share. */
    private void edges(Proximity n) {
        double ux = first[3] - first[0];
        double uy = first[4] - first[1];
        double uz = first[5] - first[2];
        double vx = second[3] - second[0];
        double vy = second[4] - second[1];
        double vz = second[5] - second[2];
        double uu = ux * ux + uy * uy + uz * uz;
        double vv = vx * vx + vy * vy + vz * vz;
        double uv = ux * vx + uy * vy + uz * vz;
        if (!(uu > 0 && vv > 0 && uu * vv - uv * uv <= PARALLEL * uu * vv)) {
            return;
        }
        double p = (ux * (second[0] - first[0]) + uy * (second[1] - first[1]) + uz * (second[2] - first[2])) / uu;
        double q = (ux * (second[3] - first[0]) + uy * (second[4] - first[1]) + uz * (second[5] - first[2])) / uu;
        double lower = Math.min(p, q);
        double upper = Math.max(p, q);
        double start = lower > SIDE ? lower : 0;
        double end = upper < 1 - SIDE ? upper : 1;
        if (!(start < end)) {
            return;
        }
        side(start, p, q, n, EDGES | (start == 0 ? 0 : p < q ? 2 : 3));
        side(end, p, q, n, EDGES | (end == 1 ? 1 : p < q ? 3 : 2));
    }

    private void side(double t, double p, double q, Proximity n, int feature) {
        double s = Math.min(Math.max((t - p) / (q - p), 0), 1);
        double ax = first[0] + t * (first[3] - first[0]);
        double ay = first[1] + t * (first[4] - first[1]);
        double az = first[2] + t * (first[5] - first[2]);
        double bx = second[0] + s * (second[3] - second[0]);
        double by = second[1] + s * (second[4] - second[1]);
        double bz = second[2] + s * (second[5] - second[2]);
        double gap = n.nx * (bx - ax) + n.ny * (by - ay) + n.nz * (bz - az);
        if (gap <= most) {
            candidates.add(
                    0.5 * (ax + bx) + shift * n.nx,
                    0.5 * (ay + by) + shift * n.ny,
                    0.5 * (az + bz) + shift * n.nz,
                    gap - radii,
                    feature);
        }
    }
}
