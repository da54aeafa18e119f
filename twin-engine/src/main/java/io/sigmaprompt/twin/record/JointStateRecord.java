package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.List;

/**
 * The joints of one of a twin's bodies.
 *
 * @param body whose joints
 * @param names joints, in the order of the arrays
 * @param position radians or metres
 * @param velocity rad/s or m/s
 * @param effort N m or N; NaN where not known
 */
public record JointStateRecord(
        String robot,
        long simNanos,
        Body body,
        List<String> names,
        double[] position,
        double[] velocity,
        double[] effort)
        implements OutputRecord {
    /** The bodies a twin keeps apart. */
    public enum Body {
        /** The robot, as estimated from its telemetry (or the simulated robot itself). */
        ROBOT,
        /** Where the robot should be: started a horizon ago from the estimate, run under the robot's own commands. */
        PREDICTION,
        /** Where the robot would be under our commands, since SHADOW began. */
        SHADOW
    }

    @Override
    public void encode(CanonicalOutput out) {
        out.putString(robot);
        out.putLong(simNanos);
        out.putEnum(body);
        out.putStrings(names);
        out.putDoubles(position);
        out.putDoubles(velocity);
        out.putDoubles(effort);
    }
}
