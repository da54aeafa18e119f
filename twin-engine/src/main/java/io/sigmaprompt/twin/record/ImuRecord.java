package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;

/**
 * What an inertial measurement unit feels, in its own axes.
 *
 * @param sensor its frame, as {@code imu}
 * @param orientation 4, x y z w, sensor to world; empty where not known
 * @param angularVelocity 3, rad/s
 * @param specificForce 3, m/s²: at rest +g upwards
 */
public record ImuRecord(
        String robot,
        long simNanos,
        String sensor,
        double[] orientation,
        double[] angularVelocity,
        double[] specificForce)
        implements OutputRecord {
    @Override
    public void encode(CanonicalOutput out) {
        out.putString(robot);
        out.putLong(simNanos);
        out.putString(sensor);
        out.putDoubles(orientation);
        out.putDoubles(angularVelocity);
        out.putDoubles(specificForce);
    }
}
