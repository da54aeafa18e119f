package io.sigmaprompt.twin.cognition;

import io.sigmaprompt.twin.cognition.tree.TreeDesign;
import io.sigmaprompt.twin.cognition.tree.TreeMind;
import io.sigmaprompt.twin.cognition.tree.robot.RobotContext;
import io.sigmaprompt.twin.skill.Goal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a mind is described; {@link #build} makes it. */
public sealed interface MindSpec {
    /** The mind's name; proposals carry it as their source. */
    String name();

    /** A mind in its first state. */
    default Cognition build() {
        return switch (this) {
            case Task task -> new TaskMind(task);
            case Tree tree -> new TreeMind(tree.name(), tree.design(), tree.robot(), tree.board());
        };
    }

    /** Always wants one thing: the running task. */
    record Task(String name, String behaviour, double priority, Goal goal) implements MindSpec {}

    /**
     * A behaviour tree.
     *
     * @param robot the robot it is for
     * @param board what its blackboard holds beforehand, as text
     */
    record Tree(String name, TreeDesign design, RobotContext robot, Map<String, String> board) implements MindSpec {
        public Tree {
            board = Collections.unmodifiableMap(new LinkedHashMap<>(board));
        }
    }
}
