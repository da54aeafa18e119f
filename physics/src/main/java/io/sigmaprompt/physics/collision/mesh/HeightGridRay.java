package io.sigmaprompt.physics.collision.mesh;

import io.sigmaprompt.physics.collision.ray.RayTarget;
import io.sigmaprompt.physics.collision.ray.TriangleRay;

/**
 * A ray over a height field: from column to column, and in each through the cells between the rows where the ray enters
 * and leaves it. Its surface is met from above and from below; its rim has no walls.
 */
public final class HeightGridRay implements RayTarget {
    /** By how much of a cell a strip is widened, lest rounding leave out a cell that is met at its corner. */
    private static final double WIDER = 1e-9;

    private final HeightGrid grid;
    private final TriangleRay triangle = new TriangleRay();
    private final double[] corners = new double[9];
    private int which;

    public HeightGridRay(HeightGrid grid) {
        this.grid = grid;
    }

    @Override
    public double hit(double[] ray, double most, double[] normal) {
        triangle.aim(ray);
        which = -1;
        double best = MISS;
        double span = Math.min(most, farthest(ray));
        if (!(span >= 0)) {
            return MISS;
        }
        int from = grid.column(ray[0]);
        int to = grid.column(ray[0] + span * ray[3]);
        int step = from <= to ? 1 : -1;
        for (int column = from; which < 0; column += step) {
            best = strip(column, ray, span, most);
            if (column == to) {
                break;
            }
        }
        if (which >= 0) {
            grid.corners(which, corners);
            Triangles.normal(corners, normal);
        }
        return best;
    }

    /** How far the ray goes before it is past the field along x and y, a little more, metres; negative for never in. */
    private double farthest(double[] ray) {
        double out = Double.MAX_VALUE;
        for (int k = 0; k < 2; k++) {
            double half = -(k == 0 ? grid.left : grid.front) * (1 + WIDER);
            double direction = ray[3 + k];
            double ahead = direction > 0 ? half - ray[k] : direction < 0 ? half + ray[k] : 0;
            boolean beside = direction == 0 && Math.abs(ray[k]) > half;
            if (ahead < 0 || beside) {
                return -1;
            }
            if (direction != 0) {
                out = Math.min(out, ahead / Math.abs(direction));
            }
        }
        // A ray straight down is within the field for ever: its own column is all it needs.
        return out;
    }

    private double strip(int column, double[] ray, double span, double most) {
        double wide = WIDER * grid.stepX;
        double in = 0;
        double out = span;
        if (ray[3] != 0) {
            double a = (grid.x(column) - wide - ray[0]) / ray[3];
            double b = (grid.x(column + 1) + wide - ray[0]) / ray[3];
            in = Math.max(0, Math.min(a, b));
            out = Math.min(span, Math.max(a, b));
        }
        double yIn = ray[1] + in * ray[4];
        double yOut = ray[4] == 0 ? ray[1] : ray[1] + out * ray[4];
        double aside = WIDER * grid.stepY;
        int first = grid.row(Math.min(yIn, yOut) - aside);
        int last = grid.row(Math.max(yIn, yOut) + aside);
        double best = MISS;
        for (int row = first; row <= last; row++) {
            for (int k = 0; k < 2; k++) {
                int t = grid.triangle(row, column, k);
                grid.corners(t, corners);
                double hit = triangle.hit(corners);
                if (hit <= most && hit < best) {
                    best = hit;
                    which = t;
                }
            }
        }
        return best;
    }
}
