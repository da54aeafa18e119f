package io.sigmaprompt.physics.sensor.mechanism;

import io.sigmaprompt.physics.sensor.NoiseStream;
import io.sigmaprompt.physics.spatial.Rotation;

/** Noise that leaves a value what it is: unit vectors and quaternions stay of unit length, distances positive. */
final class ValueNoise {
    private final double[] turn = new double[3];
    private final double[] quaternion = new double[4];

    /**
     * Adds normal noise.
     *
     * @param deviation in the value's unit; for axes and quaternions, of the angle about each axis, rad
     * @param values Modified. the value at {@code o}
     */
    void add(Form form, double deviation, NoiseStream noise, double[] values, int o) {
        switch (form) {
            case SCALAR -> values[o] += deviation * noise.normal();
            case POSITIVE -> {
                double error = deviation * noise.normal();
                // A value below 0 says that there is none.
                values[o] = values[o] < 0 ? values[o] : Math.max(0, values[o] + error);
            }
            case VECTOR -> {
                for (int i = o; i < o + 3; i++) {
                    values[i] += deviation * noise.normal();
                }
            }
            case AXIS -> axis(deviation, noise, values, o);
            case QUATERNION -> quaternion(deviation, noise, values, o);
        }
    }

    private void axis(double deviation, NoiseStream noise, double[] values, int o) {
        double square = 0;
        for (int i = o; i < o + 3; i++) {
            values[i] += deviation * noise.normal();
            square += values[i] * values[i];
        }
        double scale = 1 / Math.sqrt(square);
        for (int i = o; i < o + 3; i++) {
            values[i] *= scale;
        }
    }

    private void quaternion(double deviation, NoiseStream noise, double[] values, int o) {
        for (int i = 0; i < 3; i++) {
            turn[i] = deviation * noise.normal();
        }
        System.arraycopy(values, o + 1, quaternion, 0, 3);
        quaternion[3] = values[o];
        Rotation.turn(quaternion, 0, turn, 0, quaternion, 0);
        values[o] = quaternion[3];
        System.arraycopy(quaternion, 0, values, o + 1, 3);
    }
}
