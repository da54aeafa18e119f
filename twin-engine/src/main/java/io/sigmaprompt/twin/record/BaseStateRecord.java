package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;

/**
 * Where a robot's base is and how it moves, as its telemetry tells it.
 *
 * @param parent frame of the pose, as {@code odom}
 * @param child the base's frame, as {@code base_link}
 * @param position 3, m, of the base in the parent
 * @param orientation 4, x y z w, base to parent; empty where not known
 * @param linearVelocity 3, m/s, in the base's axes; empty where not known
 * @param angularVelocity 3, rad/s, in the base's axes; empty where not known
 */
public record BaseStateRecord(
        String robot,
        long simNanos,
        String parent,
        String child,
        double[] position,
        double[] orientation,
        double[] linearVelocity,
        double[] angularVelocity)
        implements OutputRecord {
    @Override
    public void encode(CanonicalOutput out) {
        out.putString(robot);
        out.putLong(simNanos);
        out.putString(parent);
        out.putString(child);
        out.putDoubles(position);
        out.putDoubles(orientation);
        out.putDoubles(linearVelocity);
        out.putDoubles(angularVelocity);
    }
}
