package io.sigmaprompt.twin.estimation;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.Arrays;

/**
 * What is believed of one joint's motion: position, velocity, acceleration, and by how much the source's velocity is off;
 * with their covariance, and with their error under a jerk of one unit. Jerk is white noise (Bar-Shalom, Li, Kirubarajan,
 * Estimation with Applications to Tracking and Navigation, 2001, section 6.2.3); the velocity's offset fades within
 * {@value #OFFSET_SECONDS} s.
 */
final class JointMotion implements Restorable {
    static final double OFFSET_SECONDS = 0.2;

    private static final int N = 4;

    private final double[] x = new double[N];

    /** N x N, symmetric. */
    private final double[] covariance = new double[N * N];

    /** Truth less x over the jerk, s³, s², s, s². */
    private final double[] lag = new double[N];

    private final double[] transition = {
        1, 0, 0, 0, //
        0, 1, 0, 0, //
        0, 0, 1, 0, //
        0, 0, 0, 1
    };
    private final double[] product = new double[N * N];
    private final double[] column = new double[N];
    private final double[] gain = new double[N];

    JointMotion(double position) {
        x[0] = position;
        Arrays.fill(covariance, Double.NaN);
    }

    /**
     * Begins anew.
     *
     * @param variance of position, velocity and acceleration
     * @param offsetVariance of the velocity's offset
     * @param measured whether the velocity is a measured one, which is off by the offset
     */
    void begin(double position, double velocity, double[] variance, double offsetVariance, boolean measured) {
        Arrays.fill(x, 0);
        x[0] = position;
        x[1] = velocity;
        Arrays.fill(lag, 0);
        Arrays.fill(covariance, 0);
        covariance[0] = variance[0];
        covariance[N + 1] = variance[1] + (measured ? offsetVariance : 0);
        covariance[2 * N + 2] = variance[2];
        covariance[3 * N + 3] = offsetVariance;
        if (measured) {
            covariance[N + 3] = -offsetVariance;
            covariance[3 * N + 1] = -offsetVariance;
        }
    }

    /**
     * Moves on by t seconds.
     *
     * @param density of the jerk, (rad/s³)²·s
     * @param offsetVariance of a velocity's offset in the long run
     */
    void predict(double t, double density, double offsetVariance) {
        double stays = OFFSET_SECONDS / (OFFSET_SECONDS + t);
        transition[1] = t;
        transition[2] = 0.5 * t * t;
        transition[N + 2] = t;
        transition[3 * N + 3] = stays;
        apply(x);
        apply(lag);
        lag[0] += t * t * t / 6;
        lag[1] += 0.5 * t * t;
        lag[2] += t;
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                double sum = 0;
                for (int k = i; k < N; k++) {
                    sum += transition[i * N + k] * covariance[k * N + j];
                }
                product[i * N + j] = sum;
            }
        }
        for (int i = 0; i < N; i++) {
            for (int j = i; j < N; j++) {
                double sum = 0;
                for (int k = j; k < N; k++) {
                    sum += product[i * N + k] * transition[j * N + k];
                }
                covariance[i * N + j] = sum;
                covariance[j * N + i] = sum;
            }
        }
        covariance[3 * N + 3] += (1 - stays * stays) * offsetVariance;
        disturb(density, t);
    }

    /** The transition is upper triangular: each entry is read before it is overwritten. */
    private void apply(double[] vector) {
        for (int i = 0; i < N; i++) {
            double sum = 0;
            for (int k = i; k < N; k++) {
                sum += transition[i * N + k] * vector[k];
            }
            vector[i] = sum;
        }
    }

    /** Adds what white jerk of a density does within a time (Bar-Shalom, equation 6.2.3-9). */
    void disturb(double density, double t) {
        double q = density * t;
        add(2, 2, q);
        add(1, 2, q * t / 2);
        add(1, 1, q * t * t / 3);
        add(0, 2, q * t * t / 6);
        add(0, 1, q * t * t * t / 8);
        add(0, 0, q * t * t * t * t / 20);
    }

    private void add(int i, int j, double what) {
        covariance[i * N + j] += what;
        if (i != j) {
            covariance[j * N + i] += what;
        }
    }

    /** What a position sensor is to read. */
    double expectedPosition() {
        return x[0];
    }

    /** What a velocity sensor is to read. */
    double expectedVelocity() {
        return x[1] + x[3];
    }

    double expectedPositionVariance() {
        return covariance[0];
    }

    double expectedVelocityVariance() {
        return covariance[N + 1] + 2 * covariance[N + 3] + covariance[3 * N + 3];
    }

    /**
     * Takes a position's share of an innovation.
     *
     * @param noise the measurement's variance
     * @return the share of it that the position took
     */
    double correctPosition(double innovation, double noise) {
        for (int i = 0; i < N; i++) {
            column[i] = covariance[i * N];
        }
        double share = correct(innovation, lag[0], column[0] + noise);
        // Without the difference of two nearly equal numbers.
        covariance[0] = share * noise;
        return share;
    }

    /** Takes a velocity's, likewise. */
    double correctVelocity(double innovation, double noise) {
        for (int i = 0; i < N; i++) {
            column[i] = covariance[i * N + 1] + covariance[i * N + 3];
        }
        double expected = column[1] + column[3];
        correct(innovation, lag[1] + lag[3], expected + noise);
        return expected / (expected + noise);
    }

    private double correct(double innovation, double late, double variance) {
        for (int i = 0; i < N; i++) {
            gain[i] = column[i] / variance;
            x[i] += gain[i] * innovation;
            lag[i] -= gain[i] * late;
        }
        for (int i = 0; i < N; i++) {
            for (int j = i; j < N; j++) {
                double less = covariance[i * N + j] - gain[i] * column[j];
                covariance[i * N + j] = less;
                covariance[j * N + i] = less;
            }
        }
        return gain[0];
    }

    double position() {
        return x[0];
    }

    double velocity() {
        return x[1];
    }

    double acceleration() {
        return x[2];
    }

    double positionVariance() {
        return covariance[0];
    }

    double velocityVariance() {
        return covariance[N + 1];
    }

    double accelerationVariance() {
        return covariance[2 * N + 2];
    }

    double accelerationLag() {
        return lag[2];
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(x);
        out.putDoubles(covariance);
        out.putDoubles(lag);
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(x);
        in.getDoubles(covariance);
        in.getDoubles(lag);
    }
}
