package io.sigmaprompt.twin.alarm.evaluation;

import io.sigmaprompt.twin.alarm.rule.Condition;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;

/** A number that was not told for too long, or not since the session began. */
final class AbsenceNode extends Node {
    private final SignalTable signals;
    private final int slot;
    private final long patience;

    AbsenceNode(Condition.Absence condition, SignalTable signals) {
        this.signals = signals;
        slot = signals.bind(condition.signal());
        patience = condition.forNanos();
    }

    @Override
    boolean evaluate(long now) {
        return now - signals.toldNanos(slot) > patience;
    }

    @Override
    public void save(CanonicalOutput out) {}

    @Override
    public void restore(CanonicalInput in) {}
}
