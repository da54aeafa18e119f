package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;

/**
 * What a force and torque sensor feels, in its own axes and about its own origin.
 *
 * @param sensor its frame, as {@code wrist}
 * @param force 3, N
 * @param torque 3, N m
 */
public record WrenchRecord(String robot, long simNanos, String sensor, double[] force, double[] torque)
        implements OutputRecord {
    @Override
    public void encode(CanonicalOutput out) {
        out.putString(robot);
        out.putLong(simNanos);
        out.putString(sensor);
        out.putDoubles(force);
        out.putDoubles(torque);
    }
}
