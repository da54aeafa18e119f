package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.twin.record.ExplanationRecord.Kind;

/** Measured velocity that is not the slope of measured position, and that the servo does not act on. */
final class VelocitySensorFault extends JointHypothesis {
    private static final double CLEAR = 4;

    private final boolean scale;
    private double rough;

    VelocitySensorFault(boolean scale, String place, int joint) {
        super(Kind.SENSOR_FAULT, place, joint);
        this.scale = scale;
    }

    private double error(Evidence e, int k) {
        return scale ? e.velocity[k * e.n + joint] : 1;
    }

    /** A rough error first: whether friction was taken for that of the other direction is not linear in it. */
    @Override
    boolean prepare(Evidence e) {
        double sum = 0;
        int clear = 0;
        for (int k = 0; k < e.count; k++) {
            int at = e.at(k, Evidence.MOTION, joint);
            if (Math.abs(e.open[at]) * e.weight[at] > CLEAR) {
                sum -= e.open[at];
                clear++;
            }
        }
        rough = clear == 0 ? 0 : sum / clear;
        return true;
    }

    private double turned(Evidence e, int k) {
        double speed = e.velocity[k * e.n + joint];
        return scale || rough == 0 ? 0 : (Consistency.direction(speed) - Consistency.direction(speed - rough)) / rough;
    }

    @Override
    void design(Evidence e, int k, int onset, double[] out) {
        double now = error(e, k);
        double before = k > onset ? error(e, k - 1) : onset == 0 ? now : 0;
        JointDynamics losses = e.laws.joints.joint(joint).dynamics();
        out[Evidence.MOTION] = -0.5 * (now + before);
        out[Evidence.SERVO] = e.laws.gains[joint].kd() * now;
        out[Evidence.BODY] = -losses.damping() * now - losses.friction() * turned(e, k);
    }

    @Override
    void conclude(Evidence e) {
        // Off by a share of what is measured, not of what is.
        value = scale ? value / (1 - value) : value;
    }

    @Override
    String unit() {
        return scale ? "" : "rad/s";
    }

    @Override
    String text() {
        return "the velocity sensor of " + place
                + (scale
                        ? number(" is off by %+.1f %% of the velocity", 100 * value)
                        : number(" is off by %+.4f ± %.4f rad/s", value, sigma));
    }
}
