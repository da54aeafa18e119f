package io.sigmaprompt.twin.telemetry;

/**
 * What an inertial measurement unit feels, as in {@code sensor_msgs/Imu}, in the sensor's axes. The arrays are never
 * written after construction.
 *
 * @param sensor the sensor's frame, as {@code imu_link}
 * @param orientation 4, x y z w, sensor to world, or empty
 * @param angularVelocity 3, rad/s
 * @param specificForce 3, m/s²: acceleration less gravity, so at rest +g upwards
 */
public record ImuFrame(
        String robot,
        long sourceNanos,
        long receiveNanos,
        String sensor,
        double[] orientation,
        double[] angularVelocity,
        double[] specificForce)
        implements TelemetryMessage {
    @Override
    public String source() {
        return sensor;
    }
}
