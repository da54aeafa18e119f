package io.sigmaprompt.twin.telemetry;

/**
 * Force and torque at a sensor, as in {@code geometry_msgs/WrenchStamped}. The arrays are never written after
 * construction.
 *
 * @param frame frame in whose axes, and about whose origin, it was measured
 * @param force 3, N
 * @param torque 3, N m
 */
public record WrenchFrame(
        String robot, long sourceNanos, long receiveNanos, String frame, double[] force, double[] torque)
        implements TelemetryMessage {
    @Override
    public String source() {
        return frame;
    }
}
