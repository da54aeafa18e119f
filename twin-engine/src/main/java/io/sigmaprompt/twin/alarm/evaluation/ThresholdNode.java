package io.sigmaprompt.twin.alarm.evaluation;

import io.sigmaprompt.twin.alarm.rule.Condition;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;

/** A number between two bounds, with a deadband. */
final class ThresholdNode extends Node {
    private final SignalTable signals;
    private final int slot;
    private final boolean magnitude;
    private final double above;
    private final double below;
    private final double deadband;
    private boolean so;

    ThresholdNode(Condition.Threshold condition, SignalTable signals) {
        this.signals = signals;
        slot = signals.bind(condition.signal());
        magnitude = condition.magnitude();
        above = condition.above();
        below = condition.below();
        deadband = condition.deadband();
    }

    @Override
    boolean evaluate(long now) {
        double raw = signals.value(slot);
        if (!Double.isNaN(raw)) {
            double value = magnitude ? Math.abs(raw) : raw;
            double slack = so ? deadband : 0;
            so = value > above - slack && value < below + slack;
        }
        return so;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putBoolean(so);
    }

    @Override
    public void restore(CanonicalInput in) {
        so = in.getBoolean();
    }
}
