package io.sigmaprompt.twin.estimation.base;

import io.sigmaprompt.physics.spatial.Rotation;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/** What is believed of the base: position and velocity in the world, orientation, and the IMU's biases. */
final class BaseState implements Restorable {
    final double[] position = new double[3];
    final double[] velocity = new double[3];

    /** Base to world, (x, y, z, w). */
    final double[] orientation = {0, 0, 0, 1};

    final double[] gyroBias = new double[3];
    final double[] accelerometerBias = new double[3];

    /** Of {@link #orientation}, 3 x 3, base to world. */
    final double[] rotation = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    private final double[] turn = new double[3];
    private final double[] middle = new double[4];
    private final double[] middleRotation = new double[9];

    void place(double[] newPosition, double[] quaternion) {
        System.arraycopy(newPosition, 0, position, 0, 3);
        double norm = 0;
        for (double one : quaternion) {
            norm += one * one;
        }
        for (int i = 0; i < 4; i++) {
            orientation[i] = quaternion[i] / Math.sqrt(norm);
        }
        Rotation.fromQuaternion(orientation, 0, rotation, 0);
    }

    /**
     * Moves on by t seconds under a specific force and an angular velocity, both less their biases, base axes: the force
     * acts in the middle orientation of the step.
     */
    void move(double[] force, double[] rate, double gravity, double t) {
        for (int i = 0; i < 3; i++) {
            turn[i] = 0.5 * t * rate[i];
        }
        Rotation.turn(orientation, 0, turn, 0, middle, 0);
        Rotation.fromQuaternion(middle, 0, middleRotation, 0);
        for (int i = 0; i < 3; i++) {
            double acceleration = middleRotation[3 * i] * force[0]
                    + middleRotation[3 * i + 1] * force[1]
                    + middleRotation[3 * i + 2] * force[2]
                    - (i == 2 ? gravity : 0);
            position[i] += t * (velocity[i] + 0.5 * t * acceleration);
            velocity[i] += t * acceleration;
        }
        Rotation.turn(middle, 0, turn, 0, orientation, 0);
        Rotation.fromQuaternion(orientation, 0, rotation, 0);
    }

    /** Takes a correction of {@link ErrorCovariance}. */
    void correct(double[] correction) {
        for (int i = 0; i < 3; i++) {
            position[i] += correction[ErrorCovariance.POSITION + i];
            velocity[i] += correction[ErrorCovariance.VELOCITY + i];
            gyroBias[i] += correction[ErrorCovariance.GYRO_BIAS + i];
            accelerometerBias[i] += correction[ErrorCovariance.ACCELEROMETER_BIAS + i];
        }
        Rotation.turn(orientation, 0, correction, ErrorCovariance.ROTATION, orientation, 0);
        Rotation.fromQuaternion(orientation, 0, rotation, 0);
    }

    /**
     * A vector of the world in the base's axes.
     *
     * @param out Modified. 3 numbers
     */
    void toBase(double[] world, double[] out) {
        for (int i = 0; i < 3; i++) {
            out[i] = rotation[i] * world[0] + rotation[3 + i] * world[1] + rotation[6 + i] * world[2];
        }
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(position);
        out.putDoubles(velocity);
        out.putDoubles(orientation);
        out.putDoubles(gyroBias);
        out.putDoubles(accelerometerBias);
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(position);
        in.getDoubles(velocity);
        in.getDoubles(orientation);
        in.getDoubles(gyroBias);
        in.getDoubles(accelerometerBias);
        Rotation.fromQuaternion(orientation, 0, rotation, 0);
    }
}
