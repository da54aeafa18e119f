package io.sigmaprompt.twin.analysis;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.Locale;

/** Finds joints beyond their limits of position, velocity or effort. */
final class LimitDetector implements Detector {
    /** A finding goes when the value is this share of the limit inside it. */
    private static final double HYSTERESIS = 0.02;

    /** So far beyond a limit, radians or metres, a position may be: a joint at its stop is not beyond it. */
    private static final double POSITION_TOLERANCE = 1e-3;

    /** This share beyond a limit a velocity or effort may be, which rounding and noise reach. */
    private static final double TOLERANCE = 0.01;

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
            double middle = 0.5 * (limits.lower() + limits.upper());
            if (Double.isFinite(middle)) {
                judge(
                        o,
                        findings,
                        joint,
                        "position",
                        o.position()[i] - middle,
                        limits.upper() - middle,
                        POSITION_TOLERANCE,
                        length);
            }
            double speed = limits.velocity();
            judge(o, findings, joint, "velocity", o.velocity()[i], speed, TOLERANCE * speed, length + "/s");
            double effort = limits.effort();
            judge(o, findings, joint, "effort", o.effort()[i], effort, TOLERANCE * effort, turns ? "N·m" : "N");
        }
    }

    private static void judge(
            Observation o,
            FindingBoard findings,
            Joint joint,
            String what,
            double value,
            double limit,
            double tolerance,
            String unit) {
        if (Double.isNaN(value) || Double.isInfinite(limit)) {
            return;
        }
        String id = "limit/" + joint.name() + "/" + what;
        double magnitude = Math.abs(value);
        if (magnitude > limit + tolerance) {
            findings.raise(
                    o.simNanos(),
                    id,
                    FindingRecord.Kind.LIMIT,
                    joint.name(),
                    magnitude,
                    limit,
                    unit,
                    String.format(
                            Locale.ROOT,
                            "%s of %s is beyond its limit: %s of %s %s",
                            what,
                            joint.name(),
                            number(magnitude),
                            number(limit),
                            unit));
        } else if (magnitude < limit * (1 - HYSTERESIS)) {
            findings.clear(o.simNanos(), id, magnitude, what + " of " + joint.name() + " is within its limit again");
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 1e6 ? "%.3f" : "%.3e", value);
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
