package io.sigmaprompt.twin.cognition;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;

/** The running task: one steady wish. */
final class TaskMind implements Cognition {
    private final String name;
    private final Proposal wish;

    TaskMind(MindSpec.Task spec) {
        name = spec.name();
        wish = new Proposal(spec.name(), spec.behaviour(), spec.priority(), spec.goal(), "the running task");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void think(Situation situation, Voice voice) {
        voice.propose(wish);
    }

    @Override
    public void save(CanonicalOutput out) {
        // A task has no memory.
    }

    @Override
    public void restore(CanonicalInput in) {
        // A task has no memory.
    }
}
