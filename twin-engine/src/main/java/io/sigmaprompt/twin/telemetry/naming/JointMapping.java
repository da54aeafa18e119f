package io.sigmaprompt.twin.telemetry.naming;

/**
 * One joint of a source as a joint of the model: position = unit · gear · source's position + offset.
 *
 * @param source the source's name for it
 * @param joint the model's name for it
 * @param unit radians or metres in one unit of the source, as 0.0174533 for degrees; positions and velocities
 * @param gear turns of the model's joint for one of the source's, negative where they turn against each other; efforts
 *     go by its inverse
 * @param offset the model's position where the source's is zero, rad or m
 */
public record JointMapping(String source, String joint, double unit, double gear, double offset) {
    public JointMapping {
        if (!(Math.abs(unit * gear) > 0) || !Double.isFinite(unit * gear) || !Double.isFinite(offset)) {
            throw new IllegalArgumentException("joint '" + source + "' cannot be scaled by " + unit * gear
                    + " and moved by " + offset + ": both must be finite, and the first not zero");
        }
    }

    /** A joint by another name only. */
    public static JointMapping renamed(String source, String joint) {
        return new JointMapping(source, joint, 1, 1, 0);
    }

    /** Radians or metres of the model for one unit of the source. */
    public double scale() {
        return unit * gear;
    }
}
