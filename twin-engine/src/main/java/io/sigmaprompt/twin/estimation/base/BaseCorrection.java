package io.sigmaprompt.twin.estimation.base;

import static io.sigmaprompt.twin.estimation.base.ErrorCovariance.ACCELEROMETER_BIAS;
import static io.sigmaprompt.twin.estimation.base.ErrorCovariance.GYRO_BIAS;
import static io.sigmaprompt.twin.estimation.base.ErrorCovariance.N;
import static io.sigmaprompt.twin.estimation.base.ErrorCovariance.POSITION;
import static io.sigmaprompt.twin.estimation.base.ErrorCovariance.ROTATION;
import static io.sigmaprompt.twin.estimation.base.ErrorCovariance.VELOCITY;

import io.sigmaprompt.physics.spatial.Rotation;
import java.util.Arrays;

/** What each kind of measurement says of the base's error, and the update by it. Has no memory. */
final class BaseCorrection {
    private final BaseState state;
    private final ErrorCovariance covariance;
    private final double[] h = new double[ErrorCovariance.MOST * N];
    private final double[] innovation = new double[ErrorCovariance.MOST];
    private final double[] correction = new double[N];
    private final double[] rotationThen = new double[9];
    private final double[] local = new double[3];
    private final double[] relative = new double[4];

    BaseCorrection(BaseState state, ErrorCovariance covariance) {
        this.state = state;
        this.covariance = covariance;
    }

    /**
     * A pose measured a while ago. The error then was that of now less what the velocity's error has made of it since, and
     * the rotation's seen from the axes of then.
     *
     * @param then position and quaternion believed for that time
     * @param age seconds
     * @param position 3, or empty
     * @param orientation 4, of either sign, or empty
     * @param noise of position (world axes), then rotation (base axes); square, as many rows as numbers are measured
     * @return normalised innovation squared
     */
    double pose(double[] then, double age, double[] position, double[] orientation, double[] noise, double gate) {
        int m = 0;
        Arrays.fill(h, 0);
        if (position.length > 0) {
            for (int i = 0; i < 3; i++) {
                innovation[i] = position[i] - then[i];
                h[i * N + POSITION + i] = 1;
                h[i * N + VELOCITY + i] = -age;
            }
            m = 3;
        }
        if (orientation.length > 0) {
            difference(then, orientation, innovation, m);
            Rotation.fromQuaternion(then, 3, rotationThen, 0);
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    double sum = 0;
                    for (int k = 0; k < 3; k++) {
                        sum += rotationThen[3 * k + i] * state.rotation[3 * k + j];
                    }
                    h[(m + i) * N + ROTATION + j] = sum;
                }
            }
            m += 3;
        }
        return update(noise, m, gate);
    }

    /** The rotation vector from the orientation in {@code then} to a measured one, in the axes of then. */
    private void difference(double[] then, double[] measured, double[] out, int o) {
        double ax = -then[3];
        double ay = -then[4];
        double az = -then[5];
        double aw = then[6];
        double bx = measured[0];
        double by = measured[1];
        double bz = measured[2];
        double bw = measured[3];
        relative[0] = aw * bx + ax * bw + ay * bz - az * by;
        relative[1] = aw * by - ax * bz + ay * bw + az * bx;
        relative[2] = aw * bz + ax * by - ay * bx + az * bw;
        relative[3] = aw * bw - ax * bx - ay * by - az * bz;
        double sine = Math.sqrt(relative[0] * relative[0] + relative[1] * relative[1] + relative[2] * relative[2]);
        // A quaternion and its negative are one orientation: the shorter way counts.
        double sign = relative[3] < 0 ? -1 : 1;
        double angle = 2 * StrictMath.atan2(sine, sign * relative[3]);
        double scale = sine < 1e-12 ? 2 * sign : sign * angle / sine;
        for (int i = 0; i < 3; i++) {
            out[o + i] = scale * relative[i];
        }
    }

    /**
     * The velocity of the base, as wheels or odometry tell it.
     *
     * @param velocity 3, base axes
     * @param noise 3 x 3
     */
    double velocity(double[] velocity, double[] noise, double gate) {
        Arrays.fill(h, 0);
        state.toBase(state.velocity, local);
        for (int i = 0; i < 3; i++) {
            innovation[i] = velocity[i] - local[i];
            for (int j = 0; j < 3; j++) {
                h[i * N + VELOCITY + j] = state.rotation[3 * j + i];
            }
        }
        cross(local, ROTATION);
        return update(noise, 3, gate);
    }

    /**
     * A point of the robot, as a foot on the ground, stands still in the world: {@code Rᵀ·v + w x r + dr/dt = 0} (Bloesch
     * and others, State estimation for legged robots, RSS 2012, with velocities in place of footholds).
     *
     * @param r where the point is, base axes
     * @param rdot how it moves there because joints move
     * @param rate angular velocity less its bias, base axes
     * @param noise 3 x 3
     */
    double standstill(double[] r, double[] rdot, double[] rate, double[] noise, double gate) {
        Arrays.fill(h, 0);
        state.toBase(state.velocity, local);
        innovation[0] = -(local[0] + rate[1] * r[2] - rate[2] * r[1] + rdot[0]);
        innovation[1] = -(local[1] + rate[2] * r[0] - rate[0] * r[2] + rdot[1]);
        innovation[2] = -(local[2] + rate[0] * r[1] - rate[1] * r[0] + rdot[2]);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                h[i * N + VELOCITY + j] = state.rotation[3 * j + i];
            }
        }
        cross(local, ROTATION);
        cross(r, GYRO_BIAS);
        return update(noise, 3, gate);
    }

    /**
     * The specific force of a base that does not accelerate points up.
     *
     * @param force as measured, base axes
     */
    double gravity(double[] force, double gravity, double[] noise, double gate) {
        Arrays.fill(h, 0);
        for (int i = 0; i < 3; i++) {
            local[i] = gravity * state.rotation[6 + i];
            innovation[i] = force[i] - state.accelerometerBias[i] - local[i];
            h[i * N + ACCELEROMETER_BIAS + i] = 1;
        }
        cross(local, ROTATION);
        return update(noise, 3, gate);
    }

    /**
     * What the gyro of a base that does not turn says is its bias.
     *
     * @param rate as measured, base axes
     */
    double rest(double[] rate, double[] noise, double gate) {
        Arrays.fill(h, 0);
        for (int i = 0; i < 3; i++) {
            innovation[i] = rate[i] - state.gyroBias[i];
            h[i * N + GYRO_BIAS + i] = 1;
        }
        return update(noise, 3, gate);
    }

    /** Puts [a]x into three columns of h. */
    private void cross(double[] a, int block) {
        h[block + 1] = -a[2];
        h[block + 2] = a[1];
        h[N + block] = a[2];
        h[N + block + 2] = -a[0];
        h[2 * N + block] = -a[1];
        h[2 * N + block + 1] = a[0];
    }

    private double update(double[] noise, int m, double gate) {
        double nis = covariance.update(h, innovation, noise, m, gate, correction);
        if (nis <= gate) {
            state.correct(correction);
        }
        return nis;
    }
}
