package io.sigmaprompt.twin.skill.trajectory;

import java.util.List;

/**
 * Goes along a curve as fast as velocity and acceleration limits of the joints allow, from rest to rest, by reachability
 * analysis on a grid (Pham and Pham, A new approach to time-optimal path parameterization based on reachability analysis,
 * IEEE T-RO 2018): backwards the fastest rates from which the end can still be met, then forwards the greatest
 * acceleration that stays below them. The limits hold at both ends of each cell of the grid.
 */
public final class TimeOptimalRetiming {
    /** Cells of the whole curve, about; each piece has at least {@link #LEAST_CELLS}. */
    private static final int CELLS = 160;

    private static final int LEAST_CELLS = 4;
    private static final double SAME_TANGENT = 1e-9;
    /** Where a joint's limits say nothing, as where a curve turns on the spot: the square of a rate, 1/s². */
    private static final double FASTEST = 1e9;
    /** Largest change of the square of a rate within a cell, 1/s². */
    private static final double STEEPEST = 1e6;

    private final PathCurve curve;
    private final MotionLimits limits;
    private final int width;
    private final double[] grid;
    private final int[] piece;
    private final double[] x;
    private final double[] ceiling;
    private final HalfPlanes planes;
    private final double[] position;
    private final double[] first;
    private final double[] second;
    private final double[] nextFirst;
    private final double[] nextSecond;

    private TimeOptimalRetiming(PathCurve curve, MotionLimits limits) {
        if (limits.width() != curve.width()) {
            throw new IllegalArgumentException(
                    "limits of " + limits.width() + " joints for a curve of " + curve.width());
        }
        this.curve = curve;
        this.limits = limits;
        width = curve.width();
        int cells = 0;
        for (int p = 0; p < curve.pieces(); p++) {
            cells += cellsOf(p);
        }
        grid = new double[cells + 1];
        piece = new int[cells];
        int i = 0;
        for (int p = 0; p < curve.pieces(); p++) {
            int n = cellsOf(p);
            double from = curve.start(p);
            double length = curve.start(p + 1) - from;
            for (int k = 0; k < n; k++, i++) {
                grid[i] = from + length * k / n;
                piece[i] = p;
            }
        }
        grid[cells] = curve.length();
        x = new double[cells + 1];
        ceiling = new double[cells + 1];
        planes = new HalfPlanes(4 * width + 2);
        position = new double[width];
        first = new double[width];
        second = new double[width];
        nextFirst = new double[width];
        nextSecond = new double[width];
    }

    private int cellsOf(int p) {
        double share = (curve.start(p + 1) - curve.start(p)) / Math.max(curve.length(), Double.MIN_NORMAL);
        return Math.max(LEAST_CELLS, (int) Math.ceil(CELLS * share));
    }

    /**
     * The fastest way along a curve.
     *
     * @param names of the joints, in the curve's order
     * @param limits in the same order
     */
    public static JointTrajectory of(List<String> names, PathCurve curve, MotionLimits limits) {
        if (curve.length() == 0) {
            double[] at = new double[curve.width()];
            double[] unused = new double[curve.width()];
            curve.evaluate(0, 0, at, unused, new double[curve.width()]);
            return JointTrajectory.standing(names, at);
        }
        TimeOptimalRetiming retiming = new TimeOptimalRetiming(curve, limits);
        retiming.backward();
        retiming.forward();
        return retiming.trajectory(names);
    }

    /** The greatest rate at the ends of a cell that the joints' speeds allow. */
    private double speedBound(double[] tangent) {
        double most = Double.POSITIVE_INFINITY;
        for (int j = 0; j < width; j++) {
            double t = Math.abs(tangent[j]);
            if (t > 0) {
                double rate = limits.velocity(j) / t;
                most = Math.min(most, rate * rate);
            }
        }
        return most;
    }

    /** Takes a cell's constraints on (u, x at its beginning). */
    private void constrain(int cell) {
        double step = grid[cell + 1] - grid[cell];
        curve.evaluate(piece[cell], grid[cell], position, first, second);
        curve.evaluate(piece[cell], grid[cell + 1], position, nextFirst, nextSecond);
        planes.clear();
        for (int j = 0; j < width; j++) {
            double most = limits.acceleration(j);
            planes.add(first[j], second[j], most);
            planes.add(-first[j], -second[j], most);
            double a = nextFirst[j] + 2 * step * nextSecond[j];
            planes.add(a, nextSecond[j], most);
            planes.add(-a, -nextSecond[j], most);
        }
        planes.add(2 * step, 1, ceiling[cell + 1]);
        planes.add(-2 * step, -1, 0);
    }

    private double box(int cell) {
        double step = grid[cell + 1] - grid[cell];
        return STEEPEST / step;
    }

    private void backward() {
        int last = grid.length - 1;
        ceiling[last] = 0;
        for (int i = last - 1; i >= 0; i--) {
            constrain(i);
            double found = planes.greatestX(Math.min(speedBound(first), FASTEST), box(i));
            ceiling[i] = i == 0 || Double.isNaN(found) || corner(i) ? 0 : found;
        }
    }

    /** Whether the tangent jumps at a point of the grid, so that it is only passed at rest; reads the cell after it. */
    private boolean corner(int i) {
        if (piece[i] == piece[i - 1]) {
            return false;
        }
        curve.evaluate(piece[i - 1], grid[i], position, nextFirst, nextSecond);
        for (int j = 0; j < width; j++) {
            if (Math.abs(nextFirst[j] - first[j]) > SAME_TANGENT) {
                return true;
            }
        }
        return false;
    }

    private void forward() {
        x[0] = 0;
        for (int i = 0; i + 1 < grid.length; i++) {
            constrain(i);
            double step = grid[i + 1] - grid[i];
            double u = planes.greatestU(x[i], box(i));
            double next = Double.isNaN(u) ? ceiling[i + 1] : x[i] + 2 * step * u;
            x[i + 1] = Math.max(0, Math.min(next, ceiling[i + 1]));
        }
    }

    private JointTrajectory trajectory(List<String> names) {
        SampledMotion motion = new SampledMotion(curve, limits);
        for (int i = 0; i + 1 < grid.length; i++) {
            motion.cell(piece[i], grid[i], grid[i + 1], x[i], x[i + 1]);
        }
        return motion.trajectory(names);
    }
}
