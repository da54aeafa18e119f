package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.twin.record.ExplanationRecord.Kind;

/**
 * An encoder that says the same number over and over, with a velocity of nothing, while the effort goes on as in motion:
 * the joint is then where its reference is.
 */
final class EncoderFault extends JointHypothesis {
    private int since;

    EncoderFault(String place, int joint) {
        super(Kind.SENSOR_FAULT, place, joint);
    }

    @Override
    boolean prepare(Evidence e) {
        since = e.repeatsSince(joint);
        return e.withCommands() && e.repeats(joint);
    }

    @Override
    int shownOnset(Evidence e) {
        return since;
    }

    @Override
    void design(Evidence e, int k, int onset, double[] out) {
        int at = k * e.n + joint;
        int first = onset * e.n + joint;
        JointDynamics losses = e.laws.joints.joint(joint).dynamics();
        double speed = e.referenceVelocity[at];
        double behind = e.reference[at] - e.reference[first];
        if (onset == 0) {
            behind = e.reference[at] - e.position[at];
        }
        if (Double.isNaN(behind)) {
            return;
        }
        out[Evidence.SERVO] = -e.laws.gains[joint].kp() * behind - e.laws.gains[joint].kd() * speed;
        out[Evidence.BODY] = e.laws.inertia[joint] * e.referenceAcceleration[at]
                + losses.damping() * speed
                + losses.friction() * Consistency.direction(speed);
    }

    @Override
    String unit() {
        return "";
    }

    @Override
    String text() {
        return "the encoder of " + place + " repeats one number while the joint's effort goes on as in motion";
    }
}
