package io.sigmaprompt.twin.cognition.tree.robot;

import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeRefusal;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.cognition.tree.node.SyncNode;

/** Tells the operator something, each time it is ticked, and succeeds. */
final class RaiseAlert extends SyncNode {
    private final Input text;
    private final boolean warning;

    RaiseAlert(NodeSetup setup) {
        super(setup);
        text = setup.input("text");
        String level = Written.required(setup, "level");
        if (!level.equals("warning") && !level.equals("info")) {
            throw new NodeRefusal("level", 0, "there is no level '" + level + "'", "Levels are warning and info");
        }
        warning = level.equals("warning");
    }

    @Override
    protected NodeStatus tick() {
        runtime().host().alert(warning, text.text());
        return NodeStatus.SUCCESS;
    }
}
