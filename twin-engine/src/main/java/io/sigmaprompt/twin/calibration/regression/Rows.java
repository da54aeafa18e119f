package io.sigmaprompt.twin.calibration.regression;

/**
 * The regression {@code target = row·x + noise}, one row a sample and joint, samples in the order of time. Immutable; its
 * arrays are live.
 *
 * @param joints rows a sample
 * @param seconds when each sample was, from the log's start
 * @param row one array a row; that of sample s and joint j is number {@code joints·s + j}
 * @param target filtered effort, one a row
 * @param raw effort as it was measured, one a row
 * @param stuck how much of a row's time its joint may stick, by the filter's weight: friction may then be anything up to its
 *     Coulomb value
 */
public record Rows(int joints, double[] seconds, double[][] row, double[] target, double[] raw, double[] stuck) {
    /** How many samples there are. */
    public int samples() {
        return seconds.length;
    }

    /** What the unknowns make of a row, N m or N. */
    public double predict(int index, double[] x) {
        double sum = 0;
        double[] factors = row[index];
        for (int i = 0; i < factors.length; i++) {
            sum += factors[i] * x[i];
        }
        return sum;
    }

    /** Root mean square over the samples of a part, per joint, of target (or raw effort) minus prediction. */
    public double[] rms(double[] x, boolean[] part, boolean unfiltered) {
        double[] sum = new double[joints];
        int count = 0;
        for (int s = 0; s < samples(); s++) {
            if (part[s]) {
                count++;
                for (int j = 0; j < joints; j++) {
                    int r = joints * s + j;
                    double e = (unfiltered ? raw[r] : target[r]) - predict(r, x);
                    sum[j] += e * e;
                }
            }
        }
        for (int j = 0; j < joints; j++) {
            sum[j] = Math.sqrt(sum[j] / count);
        }
        return sum;
    }
}
