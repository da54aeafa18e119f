package io.sigmaprompt.twin.cognition;

import io.sigmaprompt.twin.cognition.tree.TreeSpec;
import io.sigmaprompt.twin.skill.Goal;

/** How a mind is described; {@link #build} makes it. */
public sealed interface MindSpec {
    /** The mind's name; proposals carry it as their source. */
    String name();

    /** A mind in its first state. */
    default Cognition build() {
        return switch (this) {
            case Task task -> new TaskMind(task);
            case Tree tree -> new io.sigmaprompt.twin.cognition.tree.TreeMind(tree.name(), tree.root());
        };
    }

    /** Always wants one thing: the running task. */
    record Task(String name, String behaviour, double priority, Goal goal) implements MindSpec {}

    /** A behaviour tree. */
    record Tree(String name, TreeSpec root) implements MindSpec {}
}
