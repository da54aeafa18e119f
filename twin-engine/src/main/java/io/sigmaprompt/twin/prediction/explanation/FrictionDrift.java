package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.twin.record.ExplanationRecord.Kind;

/** The joint loses more, or less, than the model says: Coulomb friction and viscous damping. */
final class FrictionDrift extends JointHypothesis {
    static final String UNIT = "N·m";

    FrictionDrift(String place, int joint) {
        super(Kind.PARAMETER_DRIFT, place, joint);
    }

    @Override
    int columns(int onset) {
        return 2;
    }

    @Override
    void design(Evidence e, int k, int onset, double[] out) {
        double speed = e.velocity[k * e.n + joint];
        out[Evidence.BODY] = Consistency.direction(speed);
        out[Evidence.CHANNELS + Evidence.BODY] = speed;
    }

    @Override
    String unit() {
        return UNIT;
    }

    @Override
    String text() {
        return "friction of " + place
                + number(
                        " is %+.2f ± %.2f N·m and its damping %+.2f ± %.2f N·m·s beyond the model's",
                        value, sigma, coefficient[1], deviation[1]);
    }
}
