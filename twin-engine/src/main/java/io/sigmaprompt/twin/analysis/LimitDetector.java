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
                judge(o, findings, joint, "position", o.position()[i] - middle, limits.upper() - middle, length);
            }
            judge(o, findings, joint, "velocity", o.velocity()[i], limits.velocity(), length + "/s");
            judge(o, findings, joint, "effort", o.effort()[i], limits.effort(), turns ? "N·m" : "N");
        }
    }

    private static void judge(
            Observation o, FindingBoard findings, Joint joint, String what, double value, double limit, String unit) {
        if (Double.isNaN(value) || Double.isInfinite(limit)) {
            return;
        }
        String id = "limit/" + joint.name() + "/" + what;
        double magnitude = Math.abs(value);
        if (magnitude > limit) {
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
                            "%s of %s is beyond its limit: %.3f of %.3f %s",
                            what,
                            joint.name(),
                            magnitude,
                            limit,
                            unit));
        } else if (magnitude < limit * (1 - HYSTERESIS)) {
            findings.clear(o.simNanos(), id, magnitude, what + " of " + joint.name() + " is within its limit again");
        }
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
