package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.twin.record.ExplanationRecord.Kind;

/** Measured effort that neither body nor servo bears out: both contradict it alike. */
final class EffortSensorFault extends JointHypothesis {
    private final boolean scale;

    EffortSensorFault(boolean scale, String place, int joint) {
        super(Kind.SENSOR_FAULT, place, joint);
        this.scale = scale;
    }

    @Override
    boolean prepare(Evidence e) {
        return e.withEffort() && e.withCommands();
    }

    @Override
    void design(Evidence e, int k, int onset, double[] out) {
        double servo = e.servo[k * e.n + joint];
        double one = Double.isNaN(servo) ? 0 : scale ? servo : 1;
        out[Evidence.BODY] = one;
        out[Evidence.SERVO] = one;
    }

    @Override
    String unit() {
        return scale ? "×" : "N·m";
    }

    @Override
    void conclude(Evidence e) {
        value = scale ? 1 + value : value;
    }

    @Override
    String text() {
        return scale
                ? "the effort sensor of " + place
                        + number(" tells %.0f ± %.1f %% of the effort", 100 * value, 100 * sigma)
                : "the effort sensor of " + place + number(" is off by %+.2f ± %.2f N·m", value, sigma);
    }
}
