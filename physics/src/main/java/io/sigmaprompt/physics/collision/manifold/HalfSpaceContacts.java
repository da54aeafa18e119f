package io.sigmaprompt.physics.collision.manifold;

import io.sigmaprompt.physics.collision.shape.BoxShape;
import io.sigmaprompt.physics.collision.shape.CapsuleShape;
import io.sigmaprompt.physics.collision.shape.ConvexShape;
import io.sigmaprompt.physics.collision.shape.CylinderShape;

/** Where solids touch what lies below a plane, each by its own formula; seen from the solid's origin. */
final class HalfSpaceContacts {
    /** Sine of a cylinder's tilt below which the points on its rim stand still instead of following the lowest. */
    private static final double UPRIGHT = 1e-6;

    private static final double HALF_ROOT_3 = 0.5 * Math.sqrt(3);

    private final ContactCandidates candidates = new ContactCandidates();
    private double[] corners = new double[24];
    private final double[] pose = new double[12];
    /** The plane's normal in the solid's frame, and the height of the solid's origin. */
    private double mx;

    private double my;
    private double mz;
    private double height;
    private double margin;

    void find(double[] planePose, int po, ConvexShape b, double[] poseB, int bo, double most, Manifold out) {
        System.arraycopy(poseB, bo, pose, 0, 12);
        double nx = planePose[po + 2];
        double ny = planePose[po + 5];
        double nz = planePose[po + 8];
        out.clear();
        out.normal[0] = nx;
        out.normal[1] = ny;
        out.normal[2] = nz;
        mx = pose[0] * nx + pose[3] * ny + pose[6] * nz;
        my = pose[1] * nx + pose[4] * ny + pose[7] * nz;
        mz = pose[2] * nx + pose[5] * ny + pose[8] * nz;
        height = nx * (pose[9] - planePose[po + 9])
                + ny * (pose[10] - planePose[po + 10])
                + nz * (pose[11] - planePose[po + 11]);
        margin = most;
        if (b instanceof BoxShape box) {
            box(box, out);
        } else if (b instanceof CylinderShape cylinder) {
            cylinder(cylinder, out);
        } else if (b instanceof CapsuleShape capsule) {
            touch(0, 0, -capsule.half(), capsule.radius(), 0, out);
            if (capsule.half() > 0) {
                touch(0, 0, capsule.half(), capsule.radius(), 1, out);
            }
        } else if (b.faceSize() == 1) {
            b.support(-mx, -my, -mz, corners, 0);
            touch(corners[0], corners[1], corners[2], b.radius(), 0, out);
        } else {
            polygon(b, out);
        }
    }

    private void box(BoxShape box, Manifold out) {
        box.supportingFace(-mx, -my, -mz, corners);
        for (int i = 0; i < 12; i += 3) {
            double x = corners[i];
            double y = corners[i + 1];
            double z = corners[i + 2];
            int corner = (x > 0 ? 1 : 0) | (y > 0 ? 2 : 0) | (z > 0 ? 4 : 0);
            touch(x, y, z, 0, corner, out);
        }
    }

    /** The lowest point of both rims, and two more on the lower one that make a triangle with it. */
    private void cylinder(CylinderShape cylinder, Manifold out) {
        double across = Math.sqrt(mx * mx + my * my);
        double r = cylinder.side;
        double low = mz < 0 ? cylinder.half : -cylinder.half;
        if (across < UPRIGHT) {
            touch(r, 0, low, 0, 3, out);
            touch(0, r, low, 0, 4, out);
            touch(-r, 0, low, 0, 5, out);
            touch(0, -r, low, 0, 6, out);
            return;
        }
        double x = -r * (mx / across);
        double y = -r * (my / across);
        // Numbered by end, not by which is the lower: a cylinder that lies still keeps its points when it rocks.
        int lower = mz < 0 ? 1 : 0;
        touch(x, y, low, 0, lower, out);
        touch(x, y, -low, 0, 1 - lower, out);
        touch(-0.5 * x - HALF_ROOT_3 * y, -0.5 * y + HALF_ROOT_3 * x, low, 0, 7, out);
        touch(-0.5 * x + HALF_ROOT_3 * y, -0.5 * y - HALF_ROOT_3 * x, low, 0, 8, out);
    }

    private void polygon(ConvexShape b, Manifold out) {
        if (corners.length < 3 * b.faceSize()) {
            corners = new double[3 * b.faceSize()];
        }
        int count = b.supportingFace(-mx, -my, -mz, corners);
        candidates.clear();
        double radius = b.radius();
        for (int i = 0; i < count; i++) {
            double x = corners[3 * i];
            double y = corners[3 * i + 1];
            double z = corners[3 * i + 2];
            double gap = height + mx * x + my * y + mz * z - radius;
            if (gap <= margin) {
                double down = radius + 0.5 * gap;
                x -= down * mx;
                y -= down * my;
                z -= down * mz;
                candidates.add(world(0, x, y, z), world(3, x, y, z), world(6, x, y, z), gap, i);
            }
        }
        candidates.give(out, pose[9], pose[10], pose[11]);
    }

    private double world(int row, double x, double y, double z) {
        return pose[row] * x + pose[row + 1] * y + pose[row + 2] * z;
    }

    /** Adds the surface's point below a point of the core. */
    private void touch(double x, double y, double z, double radius, int feature, Manifold out) {
        double gap = height + mx * x + my * y + mz * z - radius;
        if (gap <= margin) {
            double down = radius + 0.5 * gap;
            double px = x - down * mx;
            double py = y - down * my;
            double pz = z - down * mz;
            out.add(
                    world(0, px, py, pz) + pose[9],
                    world(3, px, py, pz) + pose[10],
                    world(6, px, py, pz) + pose[11],
                    gap,
                    feature);
        }
    }
}
