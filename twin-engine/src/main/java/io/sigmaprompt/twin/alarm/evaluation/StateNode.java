package io.sigmaprompt.twin.alarm.evaluation;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.function.BooleanSupplier;

/** Something that others remember: the twin's mode, another rule's truth. */
final class StateNode extends Node {
    private final BooleanSupplier state;

    StateNode(BooleanSupplier state) {
        this.state = state;
    }

    @Override
    boolean evaluate(long now) {
        return state.getAsBoolean();
    }

    @Override
    public void save(CanonicalOutput out) {}

    @Override
    public void restore(CanonicalInput in) {}
}
