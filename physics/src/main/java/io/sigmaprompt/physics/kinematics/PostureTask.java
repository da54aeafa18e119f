package io.sigmaprompt.physics.kinematics;

import io.sigmaprompt.physics.spatial.Cholesky;

/**
 * Goes, with the targets met, as near to a posture as they and the limits allow: the step {@code D + J⁺·(e - J·D)} in what
 * the targets leave free (Siciliano, Sciavicco, Villani, Oriolo, Robotics, 2009, section 3.5.1, with D the way to the
 * posture), coordinates that would pass a limit fixed there, then back onto the targets. A step is taken only if it
 * brings the posture nearer. Allocates nothing after construction.
 */
final class PostureTask {
    /** Longest step of one coordinate, rad or m. */
    private static final double LONGEST_STEP = 0.3;
    /** A step below this ends the way, rad or m. */
    private static final double SHORTEST_STEP = 1e-7;

    private static final int RESTORING_STEPS = 20;
    private static final int MOST_HALVINGS = 12;
    /** Relative to the mean square of the Jacobian's rows; rows of targets may depend on each other. */
    private static final double DAMPING = 1e-13;

    private final TargetStack targets;
    private final IndependentCoordinates coordinates;
    private final LevenbergMarquardt descent;
    private final int n;
    private final int rows;
    private final double[] way;
    private final double[] step;
    private final double[] last;
    private final double[] gram;
    private final double[] multiplier;
    private final double[] trial;
    private final boolean[] fixed;

    PostureTask(TargetStack targets, IndependentCoordinates coordinates, LevenbergMarquardt descent, int nq) {
        this.targets = targets;
        this.coordinates = coordinates;
        this.descent = descent;
        n = coordinates.size;
        rows = targets.rows;
        way = new double[n];
        step = new double[n];
        last = new double[n];
        gram = new double[rows * rows];
        multiplier = new double[rows];
        trial = new double[nq];
        fixed = new boolean[n];
    }

    /**
     * Pulls a solution to the posture.
     *
     * @param q Modified. configuration (nq) that meets the targets, and still does afterwards
     * @param posture configuration (nq) to come near to
     * @param most steps at most
     */
    void pull(double[] q, double[] posture, double metres, double radians, int most) {
        double distance = distance(q, posture);
        double stride = 1;
        for (int k = 0; k < most; k++) {
            targets.evaluate(q);
            targets.differentiate(q);
            coordinates.difference(q, posture, way);
            solve(q);
            double longest = 0;
            for (int c = 0; c < n; c++) {
                longest = Math.max(longest, Math.abs(step[c]));
            }
            if (longest < SHORTEST_STEP) {
                break;
            }
            stride = Math.min(k == 0 ? 1 : stride(stride), LONGEST_STEP / longest);
            System.arraycopy(step, 0, last, 0, n);
            boolean nearer = false;
            for (int halving = 0; halving < MOST_HALVINGS && !nearer; halving++) {
                coordinates.move(q, step, stride, trial);
                LevenbergMarquardt.End end = descent.descend(trial, metres, radians, RESTORING_STEPS, true);
                double next = distance(trial, posture);
                nearer = end == LevenbergMarquardt.End.MET && next < distance;
                if (nearer) {
                    System.arraycopy(trial, 0, q, 0, q.length);
                    distance = next;
                } else {
                    stride *= 0.5;
                }
            }
            if (!nearer) {
                break;
            }
        }
        targets.evaluate(q);
    }

    /**
     * How much of the step to go, by how much the last one changed it: the targets bend the way (Barzilai, Borwein,
     * Two-point step size gradient methods, IMA Journal of Numerical Analysis 8, 1988, equation 6).
     */
    private double stride(double gone) {
        double square = 0;
        double change = 0;
        for (int c = 0; c < n; c++) {
            square += last[c] * last[c];
            change += last[c] * (last[c] - step[c]);
        }
        return change > 0 ? gone * square / change : 2 * gone;
    }

    /** Half the square of the displacement to the posture. */
    private double distance(double[] q, double[] posture) {
        coordinates.difference(q, posture, way);
        double sum = 0;
        for (int c = 0; c < n; c++) {
            sum += way[c] * way[c];
        }
        return 0.5 * sum;
    }

    private void solve(double[] q) {
        for (int c = 0; c < n; c++) {
            fixed[c] = false;
        }
        boolean again = true;
        while (again) {
            solveOpen();
            again = false;
            for (int c = 0; c < coordinates.drives(); c++) {
                if (!fixed[c]) {
                    double x = coordinates.position(q, c);
                    double admitted = Math.max(coordinates.lower[c], Math.min(coordinates.upper[c], x + step[c])) - x;
                    if (admitted != step[c] && x + admitted != x + step[c]) {
                        step[c] = admitted;
                        fixed[c] = true;
                        again = true;
                    }
                }
            }
        }
    }

    /** {@code D + J⁺·(e - J·D)} over the open coordinates, with the fixed ones' steps in D. */
    private void solveOpen() {
        double[] j = targets.jacobian;
        double trace = 0;
        for (int r = 0; r < rows; r++) {
            for (int s = 0; s <= r; s++) {
                double sum = 0;
                for (int c = 0; c < n; c++) {
                    if (!fixed[c]) {
                        sum += j[n * r + c] * j[n * s + c];
                    }
                }
                gram[rows * r + s] = sum;
            }
            trace += gram[rows * r + r];
            double missing = targets.residual[r];
            for (int c = 0; c < n; c++) {
                missing -= j[n * r + c] * (fixed[c] ? step[c] : way[c]);
            }
            multiplier[r] = missing;
        }
        for (int r = 0; r < rows; r++) {
            gram[rows * r + r] += DAMPING * (trace + 1);
        }
        boolean solved = Cholesky.factor(gram, rows) < 0;
        if (solved) {
            Cholesky.solve(gram, rows, multiplier);
        }
        for (int c = 0; c < n; c++) {
            if (!fixed[c]) {
                double sum = solved ? way[c] : 0;
                for (int r = 0; solved && r < rows; r++) {
                    sum += j[n * r + c] * multiplier[r];
                }
                step[c] = sum;
            }
        }
    }
}
