package io.sigmaprompt.twin.estimation.effort;

import io.sigmaprompt.physics.spatial.Cholesky;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.Arrays;

/**
 * What has been learnt of the ten inertial parameters of a load: recursive least squares with exponential forgetting in
 * its information form, upon what is to be expected of loads, which is not forgotten (Ljung, System Identification, 1999,
 * section 11.2). The covariance is that of the weighted mean, {@code A⁻¹·B·A⁻¹}: A with the weights once, B with their
 * squares, since what is half forgotten scatters less than half as much.
 */
final class PayloadInformation implements Restorable {
    static final int N = 10;

    /** Standard deviations to be expected: kg, kg m, kg m². */
    private static final double MASS = 20;

    private static final double MOMENT = 4;
    private static final double INERTIA = 1;

    private final double[] a = new double[N * N];
    private final double[] b = new double[N * N];
    private final double[] right = new double[N];
    private final double[] factor = new double[N * N];
    private final double[] inverse = new double[N * N];
    private final double[] product = new double[N * N];
    private final double[] column = new double[N];
    private final double[] parameters = new double[N];
    private final double[] covariance = new double[N * N];

    PayloadInformation() {
        solve();
    }

    private static double expected(int i) {
        double deviation = i == 0 ? MASS : i < 4 ? MOMENT : INERTIA;
        return 1 / (deviation * deviation);
    }

    /** Lets what was learnt count for less. */
    void fade(double share) {
        for (int i = 0; i < N * N; i++) {
            a[i] *= share;
            b[i] *= share * share;
        }
        for (int i = 0; i < N; i++) {
            right[i] *= share;
        }
    }

    void forget() {
        Arrays.fill(a, 0);
        Arrays.fill(b, 0);
        Arrays.fill(right, 0);
        solve();
    }

    /**
     * Learns that {@code row · parameters = value}.
     *
     * @param row N numbers, from o on
     */
    void learn(double[] row, int o, double value, double variance) {
        for (int i = 0; i < N; i++) {
            double weighted = row[o + i] / variance;
            right[i] += weighted * value;
            for (int j = 0; j < N; j++) {
                a[i * N + j] += weighted * row[o + j];
                b[i * N + j] += weighted * row[o + j];
            }
        }
    }

    /** Works out what all that was learnt means. */
    void solve() {
        System.arraycopy(a, 0, factor, 0, N * N);
        for (int i = 0; i < N; i++) {
            factor[i * N + i] += expected(i);
        }
        Cholesky.factor(factor, N);
        System.arraycopy(right, 0, parameters, 0, N);
        Cholesky.solve(factor, N, parameters);
        for (int j = 0; j < N; j++) {
            Arrays.fill(column, 0);
            column[j] = 1;
            Cholesky.solve(factor, N, column);
            for (int i = 0; i < N; i++) {
                inverse[i * N + j] = column[i];
            }
        }
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                double sum = inverse[i * N + j] * expected(j);
                for (int k = 0; k < N; k++) {
                    sum += inverse[i * N + k] * b[k * N + j];
                }
                product[i * N + j] = sum;
            }
        }
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                double sum = 0;
                for (int k = 0; k < N; k++) {
                    sum += product[i * N + k] * inverse[k * N + j];
                }
                covariance[i * N + j] = sum;
            }
        }
    }

    /** Mass, first moments, inertia about the link's origin (xx, xy, xz, yy, yz, zz). Live. */
    double[] parameters() {
        return parameters;
    }

    double covariance(int i, int j) {
        return covariance[i * N + j];
    }

    /** Of {@code row · parameters}. */
    double variance(double[] row, int o) {
        double sum = 0;
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                sum += row[o + i] * covariance[i * N + j] * row[o + j];
            }
        }
        return sum;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(a);
        out.putDoubles(b);
        out.putDoubles(right);
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(a);
        in.getDoubles(b);
        in.getDoubles(right);
        solve();
    }
}
