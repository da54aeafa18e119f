package io.sigmaprompt.twin.telemetry;

/**
 * A battery's state, as in {@code sensor_msgs/BatteryState}. NaN is what the source does not measure.
 *
 * @param battery which one, empty where there is but one
 * @param voltage V
 * @param current A, negative when discharging
 * @param charge C, or NaN
 * @param fraction of the full charge, 0 to 1, or NaN
 * @param temperature K, or NaN
 */
public record BatteryFrame(
        String robot,
        long sourceNanos,
        long receiveNanos,
        String battery,
        double voltage,
        double current,
        double charge,
        double fraction,
        double temperature)
        implements TelemetryMessage {
    @Override
    public String source() {
        return battery;
    }
}
