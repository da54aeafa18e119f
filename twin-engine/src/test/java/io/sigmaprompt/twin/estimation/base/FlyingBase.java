package io.sigmaprompt.twin.estimation.base;

import io.sigmaprompt.physics.spatial.Rotation;
import java.util.Random;

/** A base that rests for a second and then moves about, with a noisy IMU and poses that are as exact as they say. */
final class FlyingBase {
    static final long PERIOD = 5_000_000;
    static final double[] START = {0, 0, 0, 0, 0, 0, 1};
    static final double GRAVITY = 9.81;

    final BaseEstimatorSettings settings = BaseEstimatorSettings.DEFAULT;
    final BaseEstimator estimator = new BaseEstimator(settings, START);
    final Random random;
    final double[] position = new double[3];
    final double[] velocity = new double[3];
    final double[] orientation = new double[4];
    final double[] rotation = new double[9];
    final double[] rate = new double[3];
    final double[] gyroBias = new double[3];
    final double[] accelerometerBias = new double[3];
    private final double[] acceleration = new double[3];
    long nanos;

    FlyingBase(long seed) {
        random = new Random(seed);
        double[] turn = {0.2 * random.nextGaussian(), 0.2 * random.nextGaussian(), random.nextGaussian()};
        Rotation.turn(new double[] {0, 0, 0, 1}, 0, turn, 0, orientation, 0);
        for (int i = 0; i < 3; i++) {
            gyroBias[i] = settings.gyroBias() * random.nextGaussian();
            accelerometerBias[i] = settings.accelerometerBias() * random.nextGaussian();
            position[i] = random.nextGaussian();
        }
        Rotation.fromQuaternion(orientation, 0, rotation, 0);
    }

    double seconds() {
        return nanos * 1e-9;
    }

    /** Moves on by a sample, with the rates and accelerations of its middle, and tells the estimator of the IMU. */
    void step() {
        int parts = 10;
        double h = PERIOD * 1e-9 / parts;
        for (int k = 0; k < parts; k++) {
            motion(seconds() + (k + 0.5) * h);
            double[] turn = {h * rate[0], h * rate[1], h * rate[2]};
            Rotation.turn(orientation, 0, turn, 0, orientation, 0);
            for (int i = 0; i < 3; i++) {
                position[i] += h * (velocity[i] + 0.5 * h * acceleration[i]);
                velocity[i] += h * acceleration[i];
            }
        }
        nanos += PERIOD;
        motion(seconds());
        Rotation.fromQuaternion(orientation, 0, rotation, 0);
        double perSample = 1 / Math.sqrt(PERIOD * 1e-9);
        double[] gyro = new double[3];
        double[] force = new double[3];
        for (int i = 0; i < 3; i++) {
            gyro[i] = rate[i] + gyroBias[i] + settings.gyroNoise() * perSample * random.nextGaussian();
            double felt = rotation[i] * acceleration[0]
                    + rotation[3 + i] * acceleration[1]
                    + rotation[6 + i] * (acceleration[2] + GRAVITY);
            force[i] = felt + accelerometerBias[i] + settings.accelerometerNoise() * perSample * random.nextGaussian();
        }
        estimator.imu(nanos, gyro, force);
    }

    private void motion(double t) {
        double begins = Math.max(0, Math.min(1, t - 1));
        for (int i = 0; i < 3; i++) {
            acceleration[i] = begins * (1.2 - 0.3 * i) * StrictMath.cos((1.1 + 0.4 * i) * (t - 1));
            rate[i] = begins * 0.5 * StrictMath.sin((0.7 + 0.3 * i) * (t - 1) + i);
        }
    }

    static double[] covariance(double position, double angle) {
        double[] covariance = new double[36];
        for (int i = 0; i < 6; i++) {
            covariance[7 * i] = i < 3 ? position * position : angle * angle;
        }
        return covariance;
    }

    double[] measuredPosition(double deviation) {
        double[] measured = position.clone();
        for (int i = 0; i < 3; i++) {
            measured[i] += deviation * random.nextGaussian();
        }
        return measured;
    }

    double[] measuredOrientation(double deviation, boolean negative) {
        double[] turn = {
            deviation * random.nextGaussian(), deviation * random.nextGaussian(), deviation * random.nextGaussian()
        };
        double[] measured = new double[4];
        Rotation.turn(orientation, 0, turn, 0, measured, 0);
        for (int i = 0; i < 4 && negative; i++) {
            measured[i] = -measured[i];
        }
        return measured;
    }

    void tellPose(boolean negative) {
        estimator.pose(nanos, measuredPosition(0.02), measuredOrientation(0.02, negative), covariance(0.02, 0.02));
    }

    double[] velocityInBase() {
        double[] local = new double[3];
        for (int i = 0; i < 3; i++) {
            local[i] = rotation[i] * velocity[0] + rotation[3 + i] * velocity[1] + rotation[6 + i] * velocity[2];
        }
        return local;
    }

    /** Truth less estimate, in the order of the covariance. */
    double[] error() {
        double[] error = new double[15];
        double[] pose = estimator.pose();
        double[] inverse = {-pose[3], -pose[4], -pose[5], pose[6]};
        double[] r = multiply(inverse, orientation);
        double sign = r[3] < 0 ? -1 : 1;
        for (int i = 0; i < 3; i++) {
            error[i] = position[i] - pose[i];
            error[3 + i] = velocity[i] - estimator.velocity()[i];
            error[6 + i] = 2 * sign * r[i];
            error[9 + i] = gyroBias[i] - estimator.gyroBias()[i];
            error[12 + i] = accelerometerBias[i] - estimator.accelerometerBias()[i];
        }
        return error;
    }

    private static double[] multiply(double[] a, double[] b) {
        return new double[] {
            a[3] * b[0] + a[0] * b[3] + a[1] * b[2] - a[2] * b[1],
            a[3] * b[1] - a[0] * b[2] + a[1] * b[3] + a[2] * b[0],
            a[3] * b[2] + a[0] * b[1] - a[1] * b[0] + a[2] * b[3],
            a[3] * b[3] - a[0] * b[0] - a[1] * b[1] - a[2] * b[2]
        };
    }
}
