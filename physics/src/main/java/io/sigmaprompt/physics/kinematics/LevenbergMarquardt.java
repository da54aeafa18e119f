package io.sigmaprompt.physics.kinematics;

import io.sigmaprompt.physics.spatial.Cholesky;
import java.util.Arrays;

/**
 * Levenberg-Marquardt descent whose damping grows with the error, so that it asks nothing of the Jacobian's rank and is
 * quick near a solution (Sugihara, Solvability-unconcerned inverse kinematics by the Levenberg-Marquardt method, IEEE
 * Transactions on Robotics 27(5), 2011), with a factor on top that answers for every step's descent, and limits as bounds
 * of each step's quadratic problem: a coordinate that would pass one stops there, and the others make up for it. Allocates
 * nothing after construction.
 */
final class LevenbergMarquardt {
    /** How a descent ended. */
    enum End {
        MET,
        /** No step leads further down. */
        STATIONARY,
        /** Too slow to wait for. */
        SLOW,
        EXHAUSTED
    }

    /** Keeps the system regular where the error is gone, and moves nothing noticeable. */
    private static final double LEAST_DAMPING = 1e-10;

    private static final double LARGEST_FACTOR = 1e9;
    private static final double SMALLEST_FACTOR = 1e-3;
    /** Longest step of one coordinate, rad or m. */
    private static final double LONGEST_STEP = 1.0;

    private static final double SHORTEST_STEP = 1e-12;
    /** A descent that leaves more than {@link #SLOW_SHARE} of the error over so many steps is slow. */
    private static final int SLOW_STEPS = 8;

    private static final double SLOW_SHARE = 0.8;

    private final TargetStack targets;
    private final IndependentCoordinates coordinates;
    private final int n;
    private final double[] trial;
    private final double[] normal;
    private final double[] gradient;
    private final double[] system;
    private final double[] right;
    private final double[] step;
    private final boolean[] fixed;
    private final int[] open;
    /** Steps of all descents so far, refused ones too. */
    int iterations;

    LevenbergMarquardt(TargetStack targets, IndependentCoordinates coordinates, int nq) {
        this.targets = targets;
        this.coordinates = coordinates;
        n = coordinates.size;
        trial = new double[nq];
        normal = new double[n * n];
        gradient = new double[n];
        system = new double[n * n];
        right = new double[n];
        step = new double[n];
        fixed = new boolean[n];
        open = new int[n];
    }

    /**
     * Goes down to where the targets are met, or as near as the way leads.
     *
     * @param q Modified. configuration (nq), within the limits; the best that was found
     * @param most steps at most
     * @param patient whether to wait where progress is slow
     */
    End descend(double[] q, double metres, double radians, int most, boolean patient) {
        double cost = targets.evaluate(q);
        double mark = cost;
        double factor = 1;
        int accepted = 0;
        boolean fresh = true;
        for (int k = 0; k < most && !targets.met(metres, radians); k++) {
            if (fresh) {
                linearize(q);
            }
            iterations++;
            solve(q, factor * (cost + LEAST_DAMPING));
            double length = limitStep();
            coordinates.move(q, step, 1, trial);
            double next = targets.evaluate(trial);
            fresh = next < cost;
            if (fresh) {
                System.arraycopy(trial, 0, q, 0, q.length);
                cost = next;
                factor = Math.max(SMALLEST_FACTOR, factor * 0.3);
                accepted++;
                if (accepted % SLOW_STEPS == 0) {
                    if (!patient && cost > SLOW_SHARE * mark && !targets.met(metres, radians)) {
                        return End.SLOW;
                    }
                    mark = cost;
                }
            } else {
                factor *= 5;
                targets.evaluate(q);
            }
            if (length < SHORTEST_STEP || factor > LARGEST_FACTOR) {
                return targets.met(metres, radians) ? End.MET : End.STATIONARY;
            }
        }
        return targets.met(metres, radians) ? End.MET : End.EXHAUSTED;
    }

    /** Writes the normal equations at a configuration whose residual stands. */
    private void linearize(double[] q) {
        targets.differentiate(q);
        double[] j = targets.jacobian;
        Arrays.fill(normal, 0);
        Arrays.fill(gradient, 0);
        for (int r = 0; r < targets.rows; r++) {
            int o = n * r;
            double missing = targets.residual[r];
            for (int a = 0; a < n; a++) {
                double x = j[o + a];
                gradient[a] += x * missing;
                if (x != 0) {
                    for (int b = 0; b <= a; b++) {
                        normal[n * a + b] += x * j[o + b];
                    }
                }
            }
        }
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                normal[n * b + a] = normal[n * a + b];
            }
        }
    }

    /** The way down per unit of each coordinate, at the last point that was linearised. */
    double pull(int coordinate) {
        return gradient[coordinate];
    }

    /** Makes {@link #pull} belong to this configuration. */
    void findPull(double[] q) {
        targets.evaluate(q);
        linearize(q);
    }

    /**
     * Finds the step for a damping, with those coordinates fixed at their limits that would pass them; those that carry no
     * target stay.
     */
    private void solve(double[] q, double damping) {
        int drives = coordinates.drives();
        for (int c = 0; c < n; c++) {
            step[c] = 0;
            double x = c < drives ? coordinates.position(q, c) : 0;
            boolean idle = normal[n * c + c] == 0;
            boolean held = c < drives
                    && (x <= coordinates.lower[c] && gradient[c] < 0 || x >= coordinates.upper[c] && gradient[c] > 0);
            fixed[c] = idle || held;
        }
        boolean again = true;
        while (again) {
            solveOpen(damping);
            again = false;
            for (int c = 0; c < drives; c++) {
                if (!fixed[c]) {
                    double x = coordinates.position(q, c);
                    if (x + step[c] > coordinates.upper[c]) {
                        step[c] = coordinates.upper[c] - x;
                        fixed[c] = true;
                        again = true;
                    } else if (x + step[c] < coordinates.lower[c]) {
                        step[c] = coordinates.lower[c] - x;
                        fixed[c] = true;
                        again = true;
                    }
                }
            }
        }
    }

    private void solveOpen(double damping) {
        int m = 0;
        for (int c = 0; c < n; c++) {
            if (!fixed[c]) {
                open[m++] = c;
            }
        }
        for (int a = 0; a < m; a++) {
            int row = n * open[a];
            double sum = gradient[open[a]];
            for (int c = 0; c < n; c++) {
                if (fixed[c]) {
                    sum -= normal[row + c] * step[c];
                }
            }
            right[a] = sum;
            for (int b = 0; b <= a; b++) {
                system[m * a + b] = normal[row + open[b]];
            }
            system[m * a + a] += damping;
        }
        if (Cholesky.factor(system, m) >= 0) {
            // Rounding ate the damping: go straight down instead, a little.
            for (int a = 0; a < m; a++) {
                right[a] = gradient[open[a]];
            }
        } else {
            Cholesky.solve(system, m, right);
        }
        for (int a = 0; a < m; a++) {
            step[open[a]] = right[a];
        }
    }

    /** Shortens the step where it is too long; returns its greatest entry. */
    private double limitStep() {
        double longest = 0;
        for (int c = 0; c < n; c++) {
            longest = Math.max(longest, Math.abs(step[c]));
        }
        if (longest > LONGEST_STEP) {
            for (int c = 0; c < n; c++) {
                step[c] *= LONGEST_STEP / longest;
            }
            return LONGEST_STEP;
        }
        return longest;
    }
}
