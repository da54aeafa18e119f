package io.sigmaprompt.physics.collision.manifold;

/**
 * A convex polygon cut by planes one after the other (Sutherland, Hodgman, Reentrant polygon clipping, Communications of
 * the ACM 17(1), 1974). Every edge keeps a label, its own number or that of the plane that cut it, and two labels name a
 * corner: the same one as long as the same edges meet there.
 */
final class PolygonClip {
    private static final int CUT = 0x800;
    private static final int LABELS = 12;
    private static final int MASK = (1 << LABELS) - 1;

    private double[] points = new double[3 * 32];
    private double[] cut = new double[3 * 32];
    /** Label of the edge after each corner. */
    private int[] labels = new int[32];

    private int[] cutLabels = new int[32];
    private double[] heights = new double[32];
    int count;

    void begin(double[] corners, int n, int planes) {
        int most = n + planes + 2;
        if (labels.length < most) {
            points = new double[6 * most];
            cut = new double[6 * most];
            labels = new int[2 * most];
            cutLabels = new int[2 * most];
            heights = new double[2 * most];
        }
        System.arraycopy(corners, 0, points, 0, 3 * n);
        for (int i = 0; i < n; i++) {
            labels[i] = i;
        }
        count = n;
    }

    /** Cuts off what lies farther out than a tolerance. */
    void cut(int plane, double nx, double ny, double nz, double offset, double tolerance) {
        boolean any = false;
        for (int i = 0; i < count; i++) {
            double h = nx * points[3 * i] + ny * points[3 * i + 1] + nz * points[3 * i + 2] - offset;
            // What lies on the plane but for rounding stays the corner that it is.
            heights[i] = Math.abs(h) <= tolerance ? 0 : h;
            any |= heights[i] > 0;
        }
        if (!any) {
            return;
        }
        int left = 0;
        for (int i = 0; i < count; i++) {
            int j = i + 1 < count ? i + 1 : 0;
            double h = heights[i];
            double g = heights[j];
            if (h <= 0) {
                System.arraycopy(points, 3 * i, cut, 3 * left, 3);
                cutLabels[left++] = h == 0 && g > 0 ? CUT + plane : labels[i];
            }
            if (h < 0 && g > 0 || h > 0 && g < 0) {
                double t = h / (h - g);
                for (int k = 0; k < 3; k++) {
                    cut[3 * left + k] = points[3 * i + k] + t * (points[3 * j + k] - points[3 * i + k]);
                }
                cutLabels[left++] = h > 0 ? labels[i] : CUT + plane;
            }
        }
        double[] p = points;
        points = cut;
        cut = p;
        int[] l = labels;
        labels = cutLabels;
        cutLabels = l;
        count = left;
    }

    double x(int i, int axis) {
        return points[3 * i + axis];
    }

    int feature(int i) {
        int before = labels[i > 0 ? i - 1 : count - 1];
        return (before & MASK) << LABELS | labels[i] & MASK;
    }
}
