package io.sigmaprompt.physics.collision.skin;

import io.sigmaprompt.physics.collision.shape.ConvexShape;
import java.util.Arrays;

/**
 * Where a convex shape touches a triangle from its outer side, along the triangle's normal: the shape's face that looks
 * at the triangle, cut off at the triangle's edges (Sutherland, Hodgman, Reentrant polygon clipping, 1974).
 */
final class FaceContacts {
    /** By how much of its size a triangle is taken larger, lest a point on an edge fall between two. */
    private static final double EDGE = 1e-9;

    private double[] polygon = new double[3 * 32];
    private double[] clipped = new double[3 * 32];
    private int count;

    /**
     * Cuts the face.
     *
     * @param c the triangle's corners, 9 numbers, its own frame
     * @param n its unit normal
     * @param relative 12 numbers: from the shape's frame to the triangle's
     */
    void find(double[] c, double[] n, ConvexShape shape, double[] relative) {
        double dx = -(relative[0] * n[0] + relative[3] * n[1] + relative[6] * n[2]);
        double dy = -(relative[1] * n[0] + relative[4] * n[1] + relative[7] * n[2]);
        double dz = -(relative[2] * n[0] + relative[5] * n[1] + relative[8] * n[2]);
        // Each of the three cuts adds at most one corner.
        reserve(shape.faceSize() + 4);
        count = shape.supportingFace(dx, dy, dz, polygon);
        double radius = shape.radius();
        for (int i = 0; i < count; i++) {
            double x = polygon[3 * i] + radius * dx;
            double y = polygon[3 * i + 1] + radius * dy;
            double z = polygon[3 * i + 2] + radius * dz;
            for (int k = 0; k < 3; k++) {
                polygon[3 * i + k] =
                        relative[3 * k] * x + relative[3 * k + 1] * y + relative[3 * k + 2] * z + relative[9 + k];
            }
        }
        for (int k = 0; k < 3 && count > 0; k++) {
            cut(c, n, 3 * k, 3 * ((k + 1) % 3));
        }
    }

    int count() {
        return count;
    }

    /** Where a corner of what is left is, the triangle's frame. */
    double x(int i, int axis) {
        return polygon[3 * i + axis];
    }

    private void cut(double[] c, double[] n, int a, int b) {
        double ex = c[b] - c[a];
        double ey = c[b + 1] - c[a + 1];
        double ez = c[b + 2] - c[a + 2];
        // Inwards, in the triangle's plane.
        double x = n[1] * ez - n[2] * ey;
        double y = n[2] * ex - n[0] * ez;
        double z = n[0] * ey - n[1] * ex;
        double square = ex * ex + ey * ey + ez * ez;
        double offset = x * c[a] + y * c[a + 1] + z * c[a + 2] - EDGE * square;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int j = i + 1 < count ? i + 1 : 0;
            double here = x * polygon[3 * i] + y * polygon[3 * i + 1] + z * polygon[3 * i + 2] - offset;
            double next = x * polygon[3 * j] + y * polygon[3 * j + 1] + z * polygon[3 * j + 2] - offset;
            if (here >= 0) {
                System.arraycopy(polygon, 3 * i, clipped, 3 * kept++, 3);
            }
            if (here < 0 != next < 0 && count > 1) {
                double part = here / (here - next);
                for (int k = 0; k < 3; k++) {
                    clipped[3 * kept + k] = polygon[3 * i + k] + part * (polygon[3 * j + k] - polygon[3 * i + k]);
                }
                kept++;
            }
        }
        double[] swapped = polygon;
        polygon = clipped;
        clipped = swapped;
        count = kept;
    }

    private void reserve(int corners) {
        if (3 * corners > polygon.length || 3 * corners > clipped.length) {
            polygon = Arrays.copyOf(polygon, 6 * corners);
            clipped = Arrays.copyOf(clipped, 6 * corners);
        }
    }
}
