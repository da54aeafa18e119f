package io.sigmaprompt.physics.collision.mesh;

import io.sigmaprompt.physics.model.mesh.TriangleMesh;
import java.util.Arrays;

/** Triangles that together close a solid, each with corners of its own: what can be cut without any bookkeeping. */
final class TriangleSoup {
    private double[] corners = new double[9 * 64];
    private int count;

    static TriangleSoup of(TriangleMesh mesh) {
        TriangleSoup soup = new TriangleSoup();
        double[] c = new double[9];
        for (int t = 0; t < mesh.triangleCount(); t++) {
            Triangles.corners(mesh, t, c);
            soup.add(c, 0, c, 3, c, 6);
        }
        return soup;
    }

    int count() {
        return count;
    }

    void add(double[] a, int i, double[] b, int j, double[] c, int k) {
        if (9 * count == corners.length) {
            corners = Arrays.copyOf(corners, 2 * corners.length);
        }
        System.arraycopy(a, i, corners, 9 * count, 3);
        System.arraycopy(b, j, corners, 9 * count + 3, 3);
        System.arraycopy(c, k, corners, 9 * count + 6, 3);
        count++;
    }

    /** All corners, 3 numbers each, as often as triangles have them. */
    double[] points() {
        return Arrays.copyOf(corners, 9 * count);
    }

    double least(int axis) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = axis; i < 9 * count; i += 3) {
            least = Math.min(least, corners[i]);
        }
        return least;
    }

    double most(int axis) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = axis; i < 9 * count; i += 3) {
            most = Math.max(most, corners[i]);
        }
        return most;
    }

    /** What the triangles enclose, m³. */
    double volume() {
        double[] c = new double[9];
        double sum = 0;
        for (int t = 0; t < count; t++) {
            for (int k = 0; k < 9; k++) {
                c[k] = corners[9 * t + k] - corners[k % 3];
            }
            sum += Triangles.sixfoldVolume(c);
        }
        return sum / 6;
    }

    /**
     * The part on one side of the plane on which a coordinate has a value, closed where it is cut. A corner on the plane
     * counts as below it, as if the plane lay a little higher: so both parts stay closed whatever lies on it.
     */
    TriangleSoup cut(int axis, double at, boolean above) {
        TriangleSoup part = new TriangleSoup();
        PlaneSection section = new PlaneSection(axis, at);
        double[] polygon = new double[12];
        double[] crossings = new double[6];
        for (int t = 0; t < count; t++) {
            int kept = 0;
            int crossed = 0;
            boolean leaving = false;
            for (int k = 0; k < 3; k++) {
                int a = 9 * t + 3 * k;
                int b = 9 * t + 3 * ((k + 1) % 3);
                boolean here = corners[a + axis] > at == above;
                boolean next = corners[b + axis] > at == above;
                if (here) {
                    System.arraycopy(corners, a, polygon, 3 * kept++, 3);
                }
                if (here != next) {
                    cross(a, b, axis, at, polygon, 3 * kept);
                    System.arraycopy(polygon, 3 * kept++, crossings, 3 * crossed, 3);
                    leaving = crossed == 0 ? here : leaving;
                    crossed++;
                }
            }
            for (int k = 2; k < kept; k++) {
                part.add(polygon, 0, polygon, 3 * k - 3, polygon, 3 * k);
            }
            if (crossed == 2) {
                // The part's own edge leads from where its outline leaves to where it comes back; the cap's the other
                // way.
                section.add(crossings, leaving ? 3 : 0, leaving ? 0 : 3);
            }
        }
        section.close(part, above);
        return part;
    }

    /** The corners of what is on one side, without its cap: its hull needs no more. */
    double[] pointsOfCut(int axis, double at, boolean above) {
        double[] points = new double[18 * count];
        int size = 0;
        for (int t = 0; t < count; t++) {
            for (int k = 0; k < 3; k++) {
                int a = 9 * t + 3 * k;
                int b = 9 * t + 3 * ((k + 1) % 3);
                boolean here = corners[a + axis] > at == above;
                if (here) {
                    System.arraycopy(corners, a, points, size, 3);
                    size += 3;
                }
                if (here != (corners[b + axis] > at == above)) {
                    cross(a, b, axis, at, points, size);
                    size += 3;
                }
            }
        }
        return Arrays.copyOf(points, size);
    }

    /** Writes where an edge crosses the plane, with the same bits whichever triangle asks. */
    private void cross(int a, int b, int axis, double at, double[] out, int o) {
        boolean up = corners[a + axis] <= at;
        int low = up ? a : b;
        int high = up ? b : a;
        double part = (at - corners[low + axis]) / (corners[high + axis] - corners[low + axis]);
        for (int k = 0; k < 3; k++) {
            out[o + k] = corners[low + k] + part * (corners[high + k] - corners[low + k]);
        }
        out[o + axis] = at;
    }
}
