package io.sigmaprompt.twin.estimation.base;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.Arrays;

/** Moves the state and its covariance through time: by the IMU, or without it as the base went before. */
final class MotionModel implements Restorable {
    /** Seconds without an IMU after which it is held to be silent. */
    private static final double SILENCE_SECONDS = 0.1;

    private static final long LONGEST_STEP_NANOS = 20_000_000;

    private final BaseEstimatorSettings settings;
    private final BaseState state;
    private final ErrorCovariance covariance;
    private final PoseHistory history;
    private final double[] force = new double[3];

    /** Angular velocity less its bias, base axes. */
    private final double[] rate = new double[3];

    private final double[] lastForce = new double[3];
    private final double[] lastRate = new double[3];
    private boolean felt;
    private long nanos;
    private long imuNanos;

    MotionModel(BaseEstimatorSettings settings, BaseState state, ErrorCovariance covariance, PoseHistory history) {
        this.settings = settings;
        this.state = state;
        this.covariance = covariance;
        this.history = history;
    }

    void begin(long at) {
        nanos = at;
        felt = false;
        Arrays.fill(rate, 0);
    }

    long nanos() {
        return nanos;
    }

    double[] rate() {
        return rate;
    }

    boolean silent(long at) {
        return !felt || (at - imuNanos) * 1e-9 > SILENCE_SECONDS;
    }

    /** Moves on by a sample of the IMU: what it felt meanwhile is the mean of the last and this. */
    void feel(long at, double[] angularVelocity, double[] specificForce) {
        if (silent(at)) {
            advance(at);
        } else {
            for (int i = 0; i < 3; i++) {
                force[i] = 0.5 * (lastForce[i] + specificForce[i]) - state.accelerometerBias[i];
                rate[i] = 0.5 * (lastRate[i] + angularVelocity[i]) - state.gyroBias[i];
            }
            step(at, settings.accelerometerNoise(), settings.gyroNoise());
        }
        for (int i = 0; i < 3; i++) {
            lastForce[i] = specificForce[i];
            lastRate[i] = angularVelocity[i];
            rate[i] = angularVelocity[i] - state.gyroBias[i];
        }
        imuNanos = at;
        felt = true;
    }

    /** Moves on to a time between two samples of the IMU, which goes on as it last felt, or without one. */
    void advance(long at) {
        if (!silent(at)) {
            for (int i = 0; i < 3; i++) {
                force[i] = lastForce[i] - state.accelerometerBias[i];
                rate[i] = lastRate[i] - state.gyroBias[i];
            }
            step(at, settings.accelerometerNoise(), settings.gyroNoise());
            return;
        }
        while (nanos < at) {
            for (int i = 0; i < 3; i++) {
                force[i] = settings.gravity() * state.rotation[6 + i];
            }
            step(Math.min(at, nanos + LONGEST_STEP_NANOS), settings.unfeltAcceleration(), settings.unfeltRotation());
            history.add(nanos, state);
        }
    }

    /** Says how the base turns while no IMU does. */
    void turn(double[] angularVelocity) {
        System.arraycopy(angularVelocity, 0, rate, 0, 3);
    }

    private void step(long at, double accelerationNoise, double rotationNoise) {
        double t = (at - nanos) * 1e-9;
        if (t <= 0) {
            return;
        }
        covariance.propagate(state.rotation, force, rate, t);
        state.move(force, rate, settings.gravity(), t);
        covariance.add(ErrorCovariance.VELOCITY, accelerationNoise * accelerationNoise * t);
        covariance.add(ErrorCovariance.ROTATION, rotationNoise * rotationNoise * t);
        covariance.add(ErrorCovariance.GYRO_BIAS, settings.gyroWalk() * settings.gyroWalk() * t);
        covariance.add(
                ErrorCovariance.ACCELEROMETER_BIAS, settings.accelerometerWalk() * settings.accelerometerWalk() * t);
        nanos = at;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(rate);
        out.putDoubles(lastForce);
        out.putDoubles(lastRate);
        out.putBoolean(felt);
        out.putLong(nanos);
        out.putLong(imuNanos);
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(rate);
        in.getDoubles(lastForce);
        in.getDoubles(lastRate);
        felt = in.getBoolean();
        nanos = in.getLong();
        imuNanos = in.getLong();
    }
}
