package io.sigmaprompt.twin.cognition.tree.leaf;

import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.cognition.tree.node.SyncNode;

/** Script: runs a script and succeeds. */
final class ScriptAction extends SyncNode {
    private final ScriptPort code;

    ScriptAction(NodeSetup setup) {
        super(setup);
        code = new ScriptPort(setup, "code");
    }

    @Override
    protected NodeStatus tick() {
        code.script().run(setup().board());
        return NodeStatus.SUCCESS;
    }
}
