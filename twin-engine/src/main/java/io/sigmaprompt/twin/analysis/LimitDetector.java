package io.sigmaprompt.twin.analysis;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.record.Evidence;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.Locale;

/** Finds joints beyond their limits of position, velocity or effort. */
final class LimitDetector implements Detector {
    /** A finding goes when the value is this share of the limit (of half the range of position) inside it. */
    private static final double HYSTERESIS = 0.02;

    /** So far beyond a limit, rad or m, a position may be: a joint at its stop is not beyond it. */
    private static final double POSITION_TOLERANCE = 1e-3;

    /** This share beyond a limit a velocity or effort may be, which rounding and noise reach. */
    private static final double TOLERANCE = 0.01;

    /** Half the range, rad or m, that stands in where a position is bounded on one side only. */
    private static final double DEFAULT_RANGE = 1;

    private static final String PARAMETERS =
            String.format(Locale.ROOT, "tolerance %g, hysteresis %g", TOLERANCE, HYSTERESIS);

    @Override
    public void look(Observation o, FindingBoard findings) {
        if (!o.tracking()) {
            return;
        }
        for (int i = 0; i < o.joints().count(); i++) {
            Joint joint = o.joints().joint(i);
            JointLimits limits = joint.limits();
            boolean turns = joint.type() != JointType.PRISMATIC;
            String length = turns ? "rad" : "m";
            judgePosition(o, findings, joint, o.position()[i], length);
            judge(o, findings, joint, "velocity", o.velocity()[i], limits.velocity(), length + "/s");
            judge(o, findings, joint, "effort", o.effort()[i], limits.effort(), turns ? "N·m" : "N");
        }
    }

    /** Holds a position against the nearer of its two limits. */
    private static void judgePosition(Observation o, FindingBoard findings, Joint joint, double position, String unit) {
        JointLimits limits = joint.limits();
        double above = position - limits.lower();
        double below = limits.upper() - position;
        double range = 0.5 * (limits.upper() - limits.lower());
        double hysteresis = HYSTERESIS * (Double.isInfinite(range) ? DEFAULT_RANGE : range);
        double limit = above < below ? limits.lower() : limits.upper();
        double inside = Math.min(above, below);
        if (Double.isInfinite(inside)) {
            return;
        }
        tell(o, findings, joint, "position", position, limit, unit, inside < -POSITION_TOLERANCE, inside >= hysteresis);
    }

    private static void judge(
            Observation o, FindingBoard findings, Joint joint, String what, double value, double limit, String unit) {
        if (Double.isInfinite(limit)) {
            return;
        }
        double magnitude = Math.abs(value);
        boolean beyond = magnitude > limit * (1 + TOLERANCE);
        boolean within = magnitude < limit * (1 - HYSTERESIS);
        tell(o, findings, joint, what, magnitude, limit, unit, beyond, within);
    }

    private static void tell(
            Observation o,
            FindingBoard findings,
            Joint joint,
            String what,
            double value,
            double limit,
            String unit,
            boolean beyond,
            boolean within) {
        if (!beyond && (!within || findings.isEmpty())) {
            return;
        }
        String id = "limit/" + joint.name() + "/" + what;
        if (within) {
            findings.clear(o.simNanos(), id, value, what + " of " + joint.name() + " is within its limit again");
        } else if (!findings.isActive(id)) {
            String explanation = String.format(
                    Locale.ROOT,
                    "%s of %s is beyond its limit: %s of %s %s",
                    what,
                    joint.name(),
                    number(value),
                    number(limit),
                    unit);
            findings.raise(
                    o.simNanos(),
                    id,
                    FindingRecord.Kind.LIMIT,
                    joint.name(),
                    value,
                    limit,
                    unit,
                    explanation,
                    new Evidence("limit", joint.name() + "/" + what, o.simNanos(), 1, PARAMETERS));
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 1e6 ? "%.3f" : "%.3e", value);
    }

    @Override
    public void save(CanonicalOutput out) {
        // What is active stands on the board.
    }

    @Override
    public void restore(CanonicalInput in) {
        // What is active stands on the board.
    }
}
