package io.sigmaprompt.twin.estimation.base;

import io.sigmaprompt.physics.spatial.Cholesky;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.Arrays;

/**
 * Covariance of the base's error: position and velocity (world axes), rotation (a rotation vector in the base's axes, {@code
 * R = R̂·exp(e)}), bias of gyro and of accelerometer (base axes); three each, in that order (Solà, Quaternion kinematics for
 * the error-state Kalman filter, 2017, sections 5.3 and 6.1).
 */
final class ErrorCovariance implements Restorable {
    static final int N = 15;
    static final int POSITION = 0;
    static final int VELOCITY = 3;
    static final int ROTATION = 6;
    static final int GYRO_BIAS = 9;
    static final int ACCELEROMETER_BIAS = 12;

    /** As many numbers as a measurement may have. */
    static final int MOST = 6;

    private final double[] p = new double[N * N];
    private final double[] transition = new double[N * N];
    private final double[] product = new double[N * N];
    private final double[] toMeasured = new double[N * MOST];
    private final double[] innovationCovariance = new double[MOST * MOST];
    private final double[] row = new double[MOST];
    private final double[] gains = new double[N * MOST];

    /** Live, N x N. */
    double[] matrix() {
        return p;
    }

    double get(int i, int j) {
        return p[i * N + j];
    }

    /** Makes three numbers independent of all others, with one variance. */
    void reset(int block, double variance) {
        for (int i = block; i < block + 3; i++) {
            for (int j = 0; j < N; j++) {
                p[i * N + j] = 0;
                p[j * N + i] = 0;
            }
            p[i * N + i] = variance;
        }
    }

    void add(int block, double variance) {
        for (int i = block; i < block + 3; i++) {
            p[i * N + i] += variance;
        }
    }

    /**
     * Moves on by t seconds (Solà, equation 270).
     *
     * @param r 3 x 3, base to world
     * @param force specific force less its bias, base axes
     * @param rate angular velocity less its bias, base axes
     */
    void propagate(double[] r, double[] force, double[] rate, double t) {
        Arrays.fill(transition, 0);
        for (int i = 0; i < N; i++) {
            transition[i * N + i] = 1;
        }
        for (int i = 0; i < 3; i++) {
            transition[(POSITION + i) * N + VELOCITY + i] = t;
            transition[(ROTATION + i) * N + GYRO_BIAS + i] = -t;
            // -R·[f]x, column by column: R·(f x e_j) with the sign of [f]x·e_j.
            double x = r[3 * i];
            double y = r[3 * i + 1];
            double z = r[3 * i + 2];
            put(VELOCITY + i, ROTATION, -(y * force[2] - z * force[1]), t);
            put(VELOCITY + i, ROTATION + 1, -(z * force[0] - x * force[2]), t);
            put(VELOCITY + i, ROTATION + 2, -(x * force[1] - y * force[0]), t);
            for (int j = 0; j < 3; j++) {
                put(VELOCITY + i, ACCELEROMETER_BIAS + j, -r[3 * i + j], t);
            }
        }
        turnBack(rate, t);
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                double sum = 0;
                for (int k = 0; k < N; k++) {
                    sum += transition[i * N + k] == 0 ? 0 : transition[i * N + k] * p[k * N + j];
                }
                product[i * N + j] = sum;
            }
        }
        for (int i = 0; i < N; i++) {
            for (int j = i; j < N; j++) {
                double sum = 0;
                for (int k = 0; k < N; k++) {
                    sum += transition[j * N + k] == 0 ? 0 : product[i * N + k] * transition[j * N + k];
                }
                p[i * N + j] = sum;
                p[j * N + i] = sum;
            }
        }
    }

    /** An entry of the velocity's rows, and what half a step more of it does to the position. */
    private void put(int i, int j, double rate, double t) {
        transition[i * N + j] = rate * t;
        transition[(i - VELOCITY + POSITION) * N + j] = 0.5 * rate * t * t;
    }

    /** exp(-[w]·t) to second order. */
    private void turnBack(double[] w, double t) {
        double square = w[0] * w[0] + w[1] * w[1] + w[2] * w[2];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                int k = 3 - i - j;
                double cross = i == j ? 0 : ((j - i + 3) % 3 == 1 ? 1 : -1) * w[k];
                double second = w[i] * w[j] - (i == j ? square : 0);
                transition[(ROTATION + i) * N + ROTATION + j] = (i == j ? 1 : 0) + cross * t + 0.5 * second * t * t;
            }
        }
    }

    /**
     * Takes a measurement.
     *
     * @param h what it is to each error, m x N
     * @param innovation m numbers
     * @param noise m x m
     * @param gate normalised innovation squared beyond which it is left out
     * @param correction Modified. N: what is to be added to the state; only where the measurement was taken
     * @return the normalised innovation squared; taken where it is not beyond the gate
     */
    double update(double[] h, double[] innovation, double[] noise, int m, double gate, double[] correction) {
        for (int i = 0; i < N; i++) {
            for (int a = 0; a < m; a++) {
                double sum = 0;
                for (int k = 0; k < N; k++) {
                    sum += p[i * N + k] * h[a * N + k];
                }
                toMeasured[i * m + a] = sum;
            }
        }
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                double sum = 0.5 * (noise[a * m + b] + noise[b * m + a]);
                for (int k = 0; k < N; k++) {
                    sum += h[a * N + k] * toMeasured[k * m + b];
                }
                innovationCovariance[a * m + b] = sum;
            }
        }
        if (Cholesky.factor(innovationCovariance, m) >= 0) {
            return Double.POSITIVE_INFINITY;
        }
        System.arraycopy(innovation, 0, row, 0, m);
        Cholesky.solve(innovationCovariance, m, row);
        double nis = 0;
        for (int a = 0; a < m; a++) {
            nis += innovation[a] * row[a];
        }
        if (nis > gate) {
            return nis;
        }
        for (int i = 0; i < N; i++) {
            System.arraycopy(toMeasured, i * m, row, 0, m);
            Cholesky.solve(innovationCovariance, m, row);
            double sum = 0;
            for (int a = 0; a < m; a++) {
                gains[i * m + a] = row[a];
                sum += row[a] * innovation[a];
            }
            correction[i] = sum;
        }
        for (int i = 0; i < N; i++) {
            for (int j = i; j < N; j++) {
                double less = p[i * N + j];
                for (int a = 0; a < m; a++) {
                    less -= gains[i * m + a] * toMeasured[j * m + a];
                }
                p[i * N + j] = less;
                p[j * N + i] = less;
            }
        }
        return nis;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(p);
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(p);
    }
}
