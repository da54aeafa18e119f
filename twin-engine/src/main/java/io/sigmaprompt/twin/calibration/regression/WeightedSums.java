package io.sigmaprompt.twin.calibration.regression;

import java.util.ArrayList;
import java.util.List;

/**
 * Sums over the samples of a part, joints weighing by {@code 1 / (sigma² correlation)} and rows by a weight each.
 *
 * @param sigma standard deviation of each joint's residual
 * @param correlation of how many samples in a row one is worth, per joint
 */
record WeightedSums(Rows rows, boolean[] part, double[] sigma, double[] correlation) {
    /**
     * Adds the normal equations {@code a·x = b}.
     *
     * @param weight one a row
     * @param a Modified. size x size
     * @param b Modified.
     */
    void accumulate(double[] weight, double[][] a, double[] b) {
        int m = rows.joints();
        int n = b.length;
        int[] used = new int[n];
        for (int s = 0; s < rows.samples(); s++) {
            if (!part[s]) {
                continue;
            }
            for (int j = 0; j < m; j++) {
                double[] row = rows.row()[m * s + j];
                double w = weight[m * s + j] * of(j);
                int count = 0;
                for (int i = 0; i < n; i++) {
                    if (row[i] != 0) {
                        used[count++] = i;
                    }
                }
                for (int i = 0; i < count; i++) {
                    double wi = w * row[used[i]];
                    double[] line = a[used[i]];
                    b[used[i]] += wi * rows.target()[m * s + j];
                    for (int k = 0; k < count; k++) {
                        line[used[k]] += wi * row[used[k]];
                    }
                }
            }
        }
    }

    /** With what each sample pulls at x, by all of its joints: near zero in sum but for the prior. */
    double[][] pulls(double[] x, double[] weight) {
        List<double[]> pulls = new ArrayList<>();
        for (int s = 0; s < rows.samples(); s++) {
            if (!part[s]) {
                continue;
            }
            double[] pull = new double[x.length];
            for (int j = 0; j < rows.joints(); j++) {
                int r = rows.joints() * s + j;
                double force = weight[r] * of(j) * (rows.target()[r] - rows.predict(r, x));
                for (int i = 0; force != 0 && i < pull.length; i++) {
                    pull[i] += force * rows.row()[r][i];
                }
            }
            pulls.add(pull);
        }
        return pulls.toArray(double[][]::new);
    }

    private double of(int joint) {
        return 1 / (sigma[joint] * sigma[joint] * correlation[joint]);
    }
}
