package io.sigmaprompt.bridge.cdr;

import java.nio.ByteOrder;

/**
 * A {@code sensor_msgs/msg/Imu} of ROS 2 whose covariances are not known. The arrays are not copied and not written after
 * construction.
 *
 * @param stampNanos header.stamp, nanoseconds
 * @param frameId header.frame_id, the sensor's frame
 * @param orientation 4, x y z w, sensor to world; empty where not known
 * @param angularVelocity 3, rad/s, sensor axes; empty where not known
 * @param linearAcceleration 3, m/s², sensor axes, gravity included: at rest +g upwards; empty where not known
 */
public record ImuMessage(
        long stampNanos, String frameId, double[] orientation, double[] angularVelocity, double[] linearAcceleration) {
    /** The type's name as ROS 2 writes it. */
    public static final String TYPE = "sensor_msgs/msg/Imu";

    private static final double[] NO_ROTATION = {0, 0, 0, 1};
    private static final double[] ZERO = {0, 0, 0};

    /** The message as CDR, little-endian, as ROS 2 writes it. */
    public byte[] encode() {
        CdrWriter out = new CdrWriter(ByteOrder.LITTLE_ENDIAN).header(stampNanos, frameId);
        part(out, orientation, NO_ROTATION);
        part(out, angularVelocity, ZERO);
        part(out, linearAcceleration, ZERO);
        return out.toByteArray();
    }

    /** A value and its covariance: all zeros for a covariance, -1 first for a value, that is not known. */
    private static void part(CdrWriter out, double[] value, double[] unknown) {
        boolean known = value.length == unknown.length;
        double[] covariance = new double[9];
        covariance[0] = known ? 0 : -1;
        out.fixedFloat64s(known ? value : unknown).fixedFloat64s(covariance);
    }
}
