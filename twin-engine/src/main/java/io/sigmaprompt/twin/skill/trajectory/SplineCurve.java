package io.sigmaprompt.twin.skill.trajectory;

import java.util.Arrays;
import java.util.List;

/**
 * The natural cubic spline through waypoints over the length of their chords (de Boor, A Practical Guide to Splines, 2001,
 * chapter IV): for waypoints that lie dense on a smooth way, as those of a frame's straight line do. Immutable.
 */
public final class SplineCurve implements PathCurve {
    private static final double SAME = 1e-9;

    private final int width;
    private final double[] knots;
    private final double[] points;
    /** Second derivatives at the knots, laid out as the points. */
    private final double[] bends;

    private SplineCurve(int width, double[] knots, double[] points) {
        this.width = width;
        this.knots = knots;
        this.points = points;
        bends = new double[points.length];
        double[] work = new double[knots.length];
        for (int j = 0; j < width; j++) {
            solve(j, work);
        }
    }

    /**
     * The spline through waypoints; those that repeat the one before are left out.
     *
     * @param waypoints one array a waypoint, one entry a joint
     * @throws IllegalArgumentException if there is none
     */
    public static SplineCurve through(List<double[]> waypoints) {
        if (waypoints.isEmpty()) {
            throw new IllegalArgumentException("expected waypoints, found none");
        }
        int width = waypoints.getFirst().length;
        double[] knots = new double[waypoints.size() + 1];
        double[] points = new double[width * (waypoints.size() + 1)];
        int count = 0;
        for (double[] waypoint : waypoints) {
            double chord = 0;
            for (int j = 0; j < width && count > 0; j++) {
                double way = waypoint[j] - points[width * (count - 1) + j];
                chord += way * way;
            }
            chord = Math.sqrt(chord);
            if (count == 0 || chord > SAME) {
                knots[count] = count == 0 ? 0 : knots[count - 1] + chord;
                System.arraycopy(waypoint, 0, points, width * count, width);
                count++;
            }
        }
        if (count == 1) {
            System.arraycopy(points, 0, points, width, width);
            count = 2;
        }
        double[] usedKnots = Arrays.copyOf(knots, count);
        return new SplineCurve(width, usedKnots, Arrays.copyOf(points, width * count));
    }

    /** Solves the tridiagonal system of one joint by elimination, bends of zero at both ends. */
    private void solve(int j, double[] factor) {
        int n = knots.length;
        factor[0] = 0;
        for (int i = 1; i + 1 < n; i++) {
            double before = knots[i] - knots[i - 1];
            double after = knots[i + 1] - knots[i];
            double turn = 6 * ((at(i + 1, j) - at(i, j)) / after - (at(i, j) - at(i - 1, j)) / before);
            double pivot = 2 * (before + after) - before * factor[i - 1];
            factor[i] = after / pivot;
            bends[width * i + j] = (turn - before * bends[width * (i - 1) + j]) / pivot;
        }
        for (int i = n - 2; i > 0; i--) {
            bends[width * i + j] -= factor[i] * bends[width * (i + 1) + j];
        }
    }

    private double at(int knot, int j) {
        return points[width * knot + j];
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int pieces() {
        return knots.length - 1;
    }

    @Override
    public double start(int piece) {
        return knots[piece];
    }

    @Override
    public void evaluate(int piece, double s, double[] position, double[] first, double[] second) {
        double length = knots[piece + 1] - knots[piece];
        if (length == 0) {
            System.arraycopy(points, width * piece, position, 0, width);
            Arrays.fill(first, 0, width, 0);
            Arrays.fill(second, 0, width, 0);
            return;
        }
        double right = s - knots[piece];
        double left = length - right;
        for (int j = 0; j < width; j++) {
            double m0 = bends[width * piece + j];
            double m1 = bends[width * (piece + 1) + j];
            double slope = (at(piece + 1, j) - at(piece, j)) / length;
            double base = slope - length * (m1 - m0) / 6;
            second[j] = (m0 * left + m1 * right) / length;
            first[j] = base + (m1 * right * right - m0 * left * left) / (2 * length);
            position[j] = (m0 * left * left * left + m1 * right * right * right) / (6 * length)
                    + at(piece, j)
                    - m0 * length * length / 6
                    + base * right;
        }
    }
}
