package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.twin.record.ExplanationRecord.Kind;
import java.util.Arrays;

/** A drive that applies another effort than its servo asks for. */
final class ActuatorFault extends JointHypothesis {
    /** What is wrong with it. */
    enum Form {
        GAIN,
        LIMIT,
        SEIZED
    }

    /** A servo misses its reference by more than this, rad or m, only where it is held. */
    private static final double HELD_ERROR = 0.015;

    private static final double HELD_SPEED = 0.02;

    /** So many samples that each say something are needed. */
    private static final int FEW = 6;

    private final Form form;
    private final double[] scratch;
    private double limit;
    private int held;

    ActuatorFault(Form form, String place, int joint, int capacity) {
        super(Kind.ACTUATOR_FAULT, place, joint);
        this.form = form;
        scratch = new double[capacity];
    }

    @Override
    boolean prepare(Evidence e) {
        if (!e.withCommands() || !e.withEffort()) {
            return false;
        }
        return switch (form) {
            // What an encoder that hangs makes a servo seem to ask for proves nothing about its drive.
            case GAIN -> !e.repeats(joint);
            case LIMIT -> !e.repeats(joint) && findLimit(e);
            case SEIZED -> countHeld(e) >= FEW;
        };
    }

    private boolean findLimit(Evidence e) {
        int found = 0;
        for (int k = 0; k < e.count; k++) {
            int at = e.at(k, Evidence.SERVO, joint);
            double demanded = e.servo[k * e.n + joint];
            double applied = e.effort[k * e.n + joint];
            boolean less = Math.abs(applied) < Math.abs(demanded) && applied * demanded > 0;
            if (less && Math.abs(e.open[at]) * e.weight[at] > 6) {
                scratch[found++] = Math.abs(applied);
            }
        }
        if (found < FEW) {
            return false;
        }
        Arrays.sort(scratch, 0, found);
        limit = scratch[found / 2];
        return true;
    }

    private int countHeld(Evidence e) {
        held = 0;
        for (int k = 0; k < e.count; k++) {
            held += isHeld(e, k) ? 1 : 0;
        }
        return held;
    }

    private boolean isHeld(Evidence e, int k) {
        int at = k * e.n + joint;
        return Math.abs(e.velocity[at]) < HELD_SPEED && Math.abs(e.reference[at] - e.position[at]) > HELD_ERROR;
    }

    @Override
    int chosen() {
        // What holds a seized joint bears whatever it must; that takes no number.
        return form == Form.GAIN ? 0 : 1;
    }

    @Override
    int shownOnset(Evidence e) {
        return form == Form.SEIZED ? 0 : -1;
    }

    @Override
    void design(Evidence e, int k, int onset, double[] out) {
        double demanded = e.servo[k * e.n + joint];
        switch (form) {
            case GAIN -> out[Evidence.SERVO] = Double.isNaN(demanded) ? 0 : demanded;
            case LIMIT -> {
                double clipped = Math.max(-limit, Math.min(limit, demanded));
                out[Evidence.SERVO] = Double.isNaN(demanded) ? 0 : clipped - demanded;
            }
            case SEIZED -> out[Evidence.BODY] = isHeld(e, k) ? e.open[e.at(k, Evidence.BODY, joint)] : 0;
        }
    }

    @Override
    void conclude(Evidence e) {
        switch (form) {
            case GAIN -> value = 1 + value;
            case LIMIT -> {
                value = limit;
                sigma = e.sigma[Evidence.SERVO * e.n + joint];
            }
            case SEIZED -> {
                value = held * e.time[e.count - 1] / e.count;
                sigma = Double.NaN;
            }
        }
    }

    @Override
    String unit() {
        return switch (form) {
            case GAIN -> "×";
            case LIMIT -> "N·m";
            case SEIZED -> "s";
        };
    }

    @Override
    String text() {
        return switch (form) {
            case GAIN ->
                "the drive of " + place
                        + number(" applies %.0f ± %.1f %% of what its servo asks for", 100 * value, 100 * sigma);
            case LIMIT -> "the drive of " + place + number(" gives no more than %.1f N·m", value);
            case SEIZED -> place + number(" is held fast against its drive, for %.1f s of the window", value);
        };
    }
}
