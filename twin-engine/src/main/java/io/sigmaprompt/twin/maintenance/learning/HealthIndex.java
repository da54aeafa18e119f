package io.sigmaprompt.twin.maintenance.learning;

import io.sigmaprompt.physics.spatial.Cholesky;
import java.util.List;

/**
 * One number for a machine's health, 1 when new and 0 at failure: a ridge regression on the sensors from rows early in
 * life (labelled 1) and late (labelled 0), as in Wang, Yu, Siegel, Lee, "A similarity-based prognostics approach for
 * remaining useful life estimation of engineered systems", PHM 2008.
 */
final class HealthIndex {
    /** A row is early if so many cycles are left, late if so few. */
    private static final int EARLY = 150;

    private static final int LATE = 10;
    private static final double RIDGE = 1e-3;

    private final int[] sensors;
    private final double[] weights;

    private HealthIndex(int[] sensors, double[] weights) {
        this.sensors = sensors;
        this.weights = weights;
    }

    /**
     * The index of machines that ran to failure. Where lives are shorter than the usual bound, the first fifth is early.
     *
     * @param machines for each machine its normalised readings, sensors x rows
     */
    static HealthIndex of(List<double[][]> machines, int[] sensors) {
        int n = sensors.length + 1;
        double[] normal = new double[n * n];
        double[] weights = new double[n];
        double[] row = new double[n];
        row[n - 1] = 1;
        long rows = 0;
        for (double[][] machine : machines) {
            int length = machine[0].length;
            for (int r = 0; r < length; r++) {
                int left = length - 1 - r;
                boolean early = left >= EARLY || r < length / 5;
                if (!early && left >= LATE) {
                    continue;
                }
                for (int s = 0; s < sensors.length; s++) {
                    row[s] = machine[sensors[s]][r];
                }
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        normal[i * n + j] += row[i] * row[j];
                    }
                    weights[i] += early ? row[i] : 0;
                }
                rows++;
            }
        }
        for (int i = 0; i < n - 1; i++) {
            normal[i * n + i] += RIDGE * rows;
        }
        if (Cholesky.factor(normal, n) >= 0) {
            throw new IllegalStateException("the health index has no solution");
        }
        Cholesky.solve(normal, n, weights);
        return new HealthIndex(sensors, weights);
    }

    /** The index at each row of a machine's normalised readings, sensors x rows. */
    double[] at(double[][] machine) {
        double[] out = new double[machine[0].length];
        for (int r = 0; r < out.length; r++) {
            double sum = weights[weights.length - 1];
            for (int s = 0; s < sensors.length; s++) {
                sum += weights[s] * machine[sensors[s]][r];
            }
            out[r] = sum;
        }
        return out;
    }
}
