package io.sigmaprompt.twin.cognition.tree.leaf;

import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.cognition.tree.node.SyncNode;

/** Succeeds if a script is true. */
final class ScriptCondition extends SyncNode {
    private final ScriptPort code;

    ScriptCondition(NodeSetup setup) {
        super(setup);
        code = new ScriptPort(setup, "code");
    }

    @Override
    protected NodeStatus tick() {
        return code.script().test(setup().board()) ? NodeStatus.SUCCESS : NodeStatus.FAILURE;
    }
}
