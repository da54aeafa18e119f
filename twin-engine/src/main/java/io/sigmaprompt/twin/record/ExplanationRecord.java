package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.List;

/**
 * Why robot and twin are apart: the residual of a window as a sum of causes, the most likely first. Without causes there
 * is nothing to explain.
 *
 * @param windowSeconds how much of the past was looked at
 * @param names joints, in the order of each cause's parts
 * @param causes the most likely first; {@link Kind#UNKNOWN} is what no other explains
 */
public record ExplanationRecord(
        String robot, long simNanos, double windowSeconds, List<String> names, List<Cause> causes)
        implements OutputRecord {
    /** What may set a robot apart from its twin. */
    public enum Kind {
        /** Telemetry or commands take longer than the twin believes. */
        DELAY,
        /** Masses, inertias or friction are not the model's. */
        PARAMETER_DRIFT,
        /** Something outside pushes. */
        EXTERNAL_CONTACT,
        /** A sensor tells what is not. */
        SENSOR_FAULT,
        /** A drive does not what its servo wants. */
        ACTUATOR_FAULT,
        /** None of these. */
        UNKNOWN
    }

    /**
     * One term of the sum.
     *
     * @param joint joint or link it is at, empty where it is the whole robot
     * @param share of the residual's energy beyond noise, 0 to 1
     * @param value its size in {@code unit}; NaN where it has none
     * @param sigma standard deviation of the value; NaN where there is none
     * @param evidence logarithm of how much likelier it makes the window than its absence does, its parameters paid for
     * @param part its part of each joint's effort residual now, N m or N
     * @param text what it is, in words
     */
    public record Cause(
            Kind kind,
            String joint,
            double share,
            double value,
            double sigma,
            String unit,
            double evidence,
            double[] part,
            String text) {
        void encode(CanonicalOutput out) {
            out.putEnum(kind);
            out.putString(joint);
            out.putDouble(share);
            out.putDouble(value);
            out.putDouble(sigma);
            out.putString(unit);
            out.putDouble(evidence);
            out.putDoubles(part);
            out.putString(text);
        }
    }

    public ExplanationRecord {
        names = List.copyOf(names);
        causes = List.copyOf(causes);
    }

    @Override
    public void encode(CanonicalOutput out) {
        out.putString(robot);
        out.putLong(simNanos);
        out.putDouble(windowSeconds);
        out.putStrings(names);
        out.putInt(causes.size());
        causes.forEach(cause -> cause.encode(out));
    }
}
